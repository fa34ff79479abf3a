package io.causerie.browser;

import io.causerie.testing.ServiceProcess;
import io.causerie.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** {@code causerie demo} in a process of its own, with an empty directory. */
public final class Demo implements AutoCloseable {
  private final Path data;
  private final ServiceProcess process;

  private Demo(Path data, ServiceProcess process) {
    this.data = data;
    this.process = process;
  }

  /** Blocks until it answers. */
  public static Demo start() throws IOException {
    Path target = Path.of(System.getProperty("causerie.tests.directory", "target"));
    Path data = Files.createTempDirectory(Files.createDirectories(target), "demo-");
    TestDatabase.sharePrograms(data);
    Map<String, String> settings =
        Map.of("CAUSERIE_PORT", "0", "CAUSERIE_DATA", data.toString(), "CAUSERIE_LIMITS", "off");
    return new Demo(data, ServiceProcess.start(settings, target.resolve("demo.log"), "demo"));
  }

  /** The address of a page like {@code night-trains.html}, or of the front page by no name. */
  public String page(String name) {
    return process.origin() + "/demo/" + name;
  }

  @Override
  public void close() throws IOException {
    process.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
