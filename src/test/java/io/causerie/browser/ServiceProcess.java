package io.causerie.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.causerie.db.DatabaseUrl;
import io.causerie.db.EmbeddedPostgres;
import io.causerie.testing.CommandLine;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code causerie demo} in a process of its own, with an empty database. */
public final class ServiceProcess implements AutoCloseable {
  private static final String LISTENING = "listening on ";
  /** Of the owner of every site. */
  public static final String OWNER_TOKEN = "the-token-of-the-owner-of-every-site";

  private static final long PATIENCE_SECONDS = 60;

  private final Path data;
  private Process process;
  private final String origin;

  private ServiceProcess(Process process, Path data, String origin) {
    this.process = process;
    this.data = data;
    this.origin = origin;
  }

  /** Blocks until it answers. */
  static ServiceProcess start() throws IOException {
    Path target = Path.of(System.getProperty("causerie.tests.directory", "target"));
    Path data = Files.createTempDirectory(Files.createDirectories(target), "browser-");
    Process process = builder(data, "0", "demo").start();
    return new ServiceProcess(process, data, listening(process));
  }

  /** Waits until it says where it listens. */
  private static String listening(Process process) throws IOException {
    // Its reader stays open: a service whose output goes nowhere would fail to write.
    BufferedReader output = process.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LISTENING)) {
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("the service ended with " + process.onExit().join().exitValue());
  }

  private static ProcessBuilder builder(Path data, String port, String... arguments) {
    Map<String, String> settings = Map.of(
        "CAUSERIE_PORT",
        port,
        "CAUSERIE_DATA",
        data.toString(),
        "CAUSERIE_ADMIN_TOKEN",
        OWNER_TOKEN,
        "CAUSERIE_LIMITS",
        "off");
    return CommandLine.of(settings, arguments)
        .directory(data.toFile())
        .redirectError(data.resolve("service.log").toFile());
  }

  /** Where it listens, without a slash at the end. */
  public String origin() {
    return origin;
  }

  /** Ends it, as an operator would, and whatever it is asked then is not answered. */
  public void stop() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Starts it anew, at the same address and on the same data; blocks until it answers. */
  public void startAgain() throws IOException {
    String port = String.valueOf(URI.create(origin).getPort());
    process = builder(data, port, "serve").start();
    listening(process);
  }

  /** Runs another command on the same database; the answer is what it printed. */
  public String command(String... arguments) throws IOException, InterruptedException {
    Path printed = Files.createTempFile(data, "command-", ".out");
    Process command =
        builder(data, "0", arguments).redirectOutput(printed.toFile()).start();
    if (!command.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || command.exitValue() != 0) {
      command.destroy();
      throw new IOException(String.join(" ", arguments) + " failed: see " + data);
    }
    return Files.readString(printed);
  }

  /** As the command line does, without a process for it. */
  public void addSite(String slug, String origin) throws IOException {
    sql("insert into sites (id, origins) values ('%s', array['%s'])".formatted(slug, origin));
  }

  /** Runs SQL on the service's database, behind its back. */
  public void sql(String sql) throws IOException {
    Vertx vertx = Vertx.vertx();
    try (EmbeddedPostgres database = EmbeddedPostgres.attach(data)) {
      PgConnection.connect(vertx, DatabaseUrl.parse(database.url()))
          .compose(connection -> connection.query(sql).execute())
          .await();
    } finally {
      vertx.close().await();
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
