package io.causerie.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without its windows where there is such a one: that starts and draws faster. */
public final class Browsers {
  private static final List<String> FLAGS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic");

  private Browsers() {}

  /** {@code CAUSERIE_CHROMIUM}, or what is on the path. */
  public static Optional<Path> find() {
    String named = System.getenv("CAUSERIE_CHROMIUM");
    Stream<Path> candidates = named == null ? onPath() : Stream.of(Path.of(named));
    return candidates.filter(Files::isExecutable).findFirst();
  }

  private static Stream<Path> onPath() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    return Stream.of("chromium-headless-shell", "chromium", "google-chrome")
        .flatMap(
            name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)));
  }

  /** Without the variable Playwright would download browsers of its own. */
  public static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  public static Browser launch(Playwright playwright, Path chromium) {
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }
}
