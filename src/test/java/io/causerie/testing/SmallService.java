package io.causerie.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own with a heap of 128 MiB, and the site {@code blog}. */
public final class SmallService implements AutoCloseable {
  private static final String LISTENING = "listening on http://";

  private final Process process;
  private final int port;

  private SmallService(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Blocks until it answers.
   *
   * @param minutes as many requests come at once as limits allow in that time
   */
  public static SmallService start(TestDatabase database, boolean limited, double minutes)
      throws IOException {
    Map<String, String> settings = new HashMap<>(Map.of(
        "DATABASE_URL",
        database.url(),
        "CAUSERIE_PORT",
        "0",
        "JAVA_TOOL_OPTIONS",
        "-Xmx128m",
        "CAUSERIE_LIMITS",
        limited ? "on" : "off"));
    limit(settings, "REQUEST", 6_000, minutes);
    limit(settings, "READ", 600, minutes);
    limit(settings, "PREVIEW", 60, minutes);
    limit(settings, "POST", 10, minutes);
    limit(settings, "SIGN_IN", 10, minutes);
    Process process = CommandLine.of(settings)
        .redirectError(ProcessBuilder.Redirect.appendTo(
            Path.of(System.getProperty("causerie.tests.directory", "target"), "small-service.log")
                .toFile()))
        .start();
    SmallService service = new SmallService(process, port(process.inputReader(UTF_8)));
    database.execute(
        "insert into sites (id, origins, settings) values ('blog', array['https://x'], '{}')");
    return service;
  }

  /** Each flood finds the whole of its limit, whatever others have used. */
  private static void limit(
      Map<String, String> settings, String name, int perMinute, double minutes) {
    int burst = perMinute * (int) Math.ceil(minutes) * Flood.values().length;
    settings.put("CAUSERIE_LIMIT_" + name, perMinute + "/1m,burst=" + burst);
  }

  private static int port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LISTENING)) {
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      }
    }
    throw new AssertionError("the service did not start");
  }

  public int port() {
    return port;
  }

  /** What is in the heap after a full collection. */
  public long liveBytes() throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process histogram = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
        .redirectErrorStream(true)
        .start();
    String output = new String(histogram.getInputStream().readAllBytes(), UTF_8);
    String total = output
        .lines()
        .filter(line -> line.startsWith("Total"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no histogram: " + output));
    return Long.parseLong(total.substring(total.lastIndexOf(' ') + 1).strip());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the service does not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
