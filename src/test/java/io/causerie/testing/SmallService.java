package io.causerie.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The service in a process of its own with a heap of 128 MiB, and the site {@code blog}. */
public final class SmallService implements AutoCloseable {
  private final ServiceProcess process;

  private SmallService(ServiceProcess process) {
    this.process = process;
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
    Path log =
        Path.of(System.getProperty("causerie.tests.directory", "target"), "small-service.log");
    SmallService service = new SmallService(ServiceProcess.start(settings, log));
    database.execute(
        "insert into sites (id, origins, settings) values ('blog', array['https://x'], '{}')"
            + " on conflict do nothing");
    return service;
  }

  /** Each flood finds the whole of its limit, whatever others have used. */
  private static void limit(
      Map<String, String> settings, String name, int perMinute, double minutes) {
    int burst = perMinute * (int) Math.ceil(minutes) * Flood.values().length;
    settings.put("CAUSERIE_LIMIT_" + name, perMinute + "/1m,burst=" + burst);
  }

  public int port() {
    return URI.create(process.origin()).getPort();
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
    process.close();
  }
}
