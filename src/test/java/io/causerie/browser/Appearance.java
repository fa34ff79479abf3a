package io.causerie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** How a page looks: a picture for human eyes, and what axe-core finds wrong with it. */
public final class Appearance {
  private static final Path PICTURES =
      Path.of(System.getProperty("causerie.tests.directory", "target"), "screenshots");

  private Appearance() {}

  /** Takes a picture of the whole page, and fails when some readers could not use it. */
  public static void inspect(Reader reader, String name) {
    picture(reader, name, true);
    assertAccessible(reader);
  }

  /** A picture of the whole page, or of what is in view. */
  public static void picture(Reader reader, String name, boolean whole) {
    reader
        .page()
        .screenshot(new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setFullPage(whole));
  }

  public static void assertAccessible(Reader reader) {
    assertThat(new AxeBuilder(reader.page()).analyze().getViolations())
        .flatExtracting(rule -> rule.getNodes())
        .extracting(node -> node.getTarget() + ": " + node.getFailureSummary())
        .isEmpty();
  }
}
