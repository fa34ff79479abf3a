package io.causerie.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private static final String ROLE = "postgres";
  private static final long READY_SECONDS = 60;
  private static final long POLL_MILLIS = 50;

  private static final String SETTINGS = String.join(
      " -c ",
      "",
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "fsync=on",
      "synchronous_commit=on",
      "full_page_writes=on",
      "shared_buffers=128MB",
      "max_connections=64",
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
    DataDirectory data = DataDirectory.at(dataDirectory);
    FileChannel lock = data.lock().orElse(null);
    if (lock == null) {
      throw data.inUse();
    }
    return own(data, lock);
  }

  /**
   * For commands beside a running service: uses the server of whoever holds the directory and leaves
   * it running at close, or else opens it as {@link #open} does.
   */
  public static EmbeddedPostgres attach(Path dataDirectory) throws IOException {
    DataDirectory data = DataDirectory.at(dataDirectory);
    FileChannel lock = data.lock().orElse(null);
    if (lock != null) {
      return own(data, lock);
    }
    Optional<Postmaster> running = Postmaster.running(data.cluster());
    if (running.isEmpty()) {
      throw data.inUse();
    }
    awaitReady(data, running.get());
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

  private static EmbeddedPostgres own(DataDirectory data, FileChannel lock) throws IOException {
    try {
      Postmaster postmaster = adopt(data);
      if (postmaster == null) {
        postmaster = start(data);
        awaitReady(data, postmaster);
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
      awaitReady(data, left);
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

  private static Postmaster start(DataDirectory data) throws IOException {
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
          SETTINGS + freePort(),
          "-w",
          "-t",
          Long.toString(READY_SECONDS));
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

  /** Also proves that whoever answers there knows our password and serves our directory. */
  private static void awaitReady(DataDirectory data, Postmaster postmaster) throws IOException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (true) {
      try {
        requireOurs(data, postmaster);
        return;
      } catch (SQLException e) {
        if (!isStarting(e) || System.nanoTime() > limit || endsSoon(data, postmaster)) {
          throw new IOException(
              "PostgreSQL in " + data.path() + " does not answer: " + e.getMessage(), e);
        }
      }
    }
  }

  private static void requireOurs(DataDirectory data, Postmaster postmaster)
      throws IOException, SQLException {
    Properties login = new Properties();
    login.setProperty("user", ROLE);
    login.setProperty("password", data.password());
    login.setProperty("loginTimeout", "5");
    login.setProperty("socketTimeout", "5");
    String url = "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/postgres";
    try (var connection = DriverManager.getConnection(url, login);
        var statement = connection.createStatement();
        var directory = statement.executeQuery("show data_directory")) {
      directory.next();
      if (!Path.of(directory.getString(1)).equals(data.cluster())) {
        throw new IOException("Port " + postmaster.port() + " answers for another database: "
            + directory.getString(1));
      }
    }
  }

  /** Refuses connections still, or is recovering: anything else, such as a wrong password, stays. */
  private static boolean isStarting(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    return state.startsWith("08") || state.equals("57P03");
  }

  private static boolean endsSoon(DataDirectory data, Postmaster postmaster) throws IOException {
    try {
      postmaster.process().onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return Postmaster.running(data.cluster()).isEmpty(); // a zombie never exits for us
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL was starting", e);
    }
  }
}
