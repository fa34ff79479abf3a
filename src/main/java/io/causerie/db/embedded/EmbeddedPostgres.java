package io.causerie.db.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the data directory, for when no other is given: durable, reachable from
 * this machine only, and only with the password kept beside it. It outlives a killed JVM; the next
 * one adopts it. Everything here blocks.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  public static final String ROLE = "postgres";

  private static final String SETTINGS = String.join(
      " -c ",
      "",
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "fsync=on",
      "synchronous_commit=on",
      "full_page_writes=on",
      "shared_buffers=128MB",
      // The largest pool of a service, and commands beside it.
      "max_connections=80",
      "timezone=UTC",
      "logging_collector=on",
      "log_filename=postgresql-%a.log",
      "log_truncate_on_rotation=on",
      "log_rotation_age=1440",
      "log_min_messages=warning",
      "port=");

  private final DataDirectory data;
  private final Postmaster postmaster;
  private final @Nullable FileChannel lock;

  private EmbeddedPostgres(DataDirectory data, Postmaster postmaster, @Nullable FileChannel lock) {
    this.data = data;
    this.postmaster = postmaster;
    this.lock = lock;
  }

  /** Fails with {@link DataDirectoryInUse} while another process holds the directory. */
  public static EmbeddedPostgres open(Path dataDirectory) throws IOException {
    return open(dataDirectory, "");
  }

  /**
   * As {@link #open(Path)} does.
   *
   * @param options of the command line of {@code postgres}, over ours, like {@code -c fsync=off}; a
   *     server that is adopted goes on with its own
   */
  public static EmbeddedPostgres open(Path dataDirectory, String options) throws IOException {
    DataDirectory data = DataDirectory.at(dataDirectory);
    FileChannel lock = data.lock().orElse(null);
    if (lock == null) {
      throw data.inUse();
    }
    return own(data, lock, options);
  }

  /**
   * For commands beside a running service: uses the server of the process that holds it and leaves
   * it running at close, or else opens it as {@link #open} does.
   */
  public static EmbeddedPostgres attach(Path dataDirectory) throws IOException {
    DataDirectory data = DataDirectory.at(dataDirectory);
    FileChannel lock = data.lock().orElse(null);
    if (lock != null) {
      return own(data, lock, "");
    }
    Optional<Postmaster> running = Postmaster.running(data.cluster());
    if (running.isEmpty()) {
      throw data.inUse();
    }
    Readiness.await(data, running.get());
    return new EmbeddedPostgres(data, running.get(), null);
  }

  /** {@code postgresql://…}, with the password: not for a log. */
  public String url() throws IOException {
    return "postgresql://" + ROLE + ":" + data.password() + "@127.0.0.1:" + postmaster.port()
        + "/postgres";
  }

  /** Stops the server, adopted or not, unless it belongs to another process. */
  @Override
  public void close() throws IOException {
    if (lock == null || !lock.isOpen()) {
      return;
    }
    try (lock) {
      PostgresBinaries.unpack(data.binaries())
          .run("pg_ctl", "stop", "-D", data.cluster().toString(), "-m", "fast", "-w", "-t", "30");
    }
  }

  private static EmbeddedPostgres own(DataDirectory data, FileChannel lock, String options)
      throws IOException {
    try {
      Postmaster postmaster = adopt(data);
      if (postmaster == null) {
        postmaster = start(data, options);
        Readiness.await(data, postmaster);
      }
      return new EmbeddedPostgres(data, postmaster, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Null when no server is left, or when the one that was left ended under our eyes. */
  private static @Nullable Postmaster adopt(DataDirectory data) throws IOException {
    Postmaster left = Postmaster.running(data.cluster()).orElse(null);
    if (left == null) {
      return null;
    }
    try {
      Readiness.await(data, left);
      LOG.info(
          "PostgreSQL is still running as process {}: it is used again",
          left.process().pid());
      return left;
    } catch (IOException e) {
      if (Postmaster.running(data.cluster()).isPresent()) {
        throw e;
      }
      return null;
    }
  }

  private static Postmaster start(DataDirectory data, String options) throws IOException {
    PostgresBinaries binaries = PostgresBinaries.unpack(data.binaries());
    if (Files.notExists(data.cluster())) {
      create(data, binaries);
    }
    requireSameVersion(data.cluster(), binaries.version());
    Postmaster.forget(data.cluster());
    Files.deleteIfExists(data.startLog());
    try {
      binaries.run(
          "pg_ctl",
          "start",
          "-D",
          data.cluster().toString(),
          "-l",
          data.startLog().toString(),
          "-o",
          SETTINGS + freePort() + " " + options,
          "-w",
          "-t",
          Long.toString(Readiness.SECONDS));
    } catch (IOException e) {
      throw new IOException(
          "PostgreSQL does not start in " + data.path() + ". " + e.getMessage() + "\n"
              + startLog(data),
          e);
    }
    return Postmaster.running(data.cluster())
        .orElseThrow(() ->
            new IOException("PostgreSQL ended at once: see " + data.cluster().resolve("log")));
  }

  /** Made aside and renamed when complete, so a crash in between leaves nothing half made. */
  private static void create(DataDirectory data, PostgresBinaries binaries) throws IOException {
    Path making = data.path().resolve("postgres.new");
    PostgresBinaries.deleteTree(making);
    data.password();
    binaries.run(
        "initdb",
        "-D",
        making.toString(),
        "--username=" + ROLE,
        "--auth=scram-sha-256",
        "--pwfile=" + data.passwordFile(),
        "--encoding=UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
    Files.move(making, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireSameVersion(Path cluster, String ours) throws IOException {
    String theirs = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!theirs.equals(ours)) {
      throw new IOException("The database in " + cluster + " was made by PostgreSQL " + theirs
          + " and this release carries PostgreSQL " + ours
          + ": run the release that made it, or move the data with pg_dump and pg_restore");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String startLog(DataDirectory data) throws IOException {
    return Files.exists(data.startLog()) ? Files.readString(data.startLog()).strip() : "";
  }
}
