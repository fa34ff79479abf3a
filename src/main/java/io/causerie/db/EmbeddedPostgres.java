package io.causerie.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, kept in a data directory. It is durable, takes connections from this machine
 * only and with a password, and outlives a service that is killed: the next one takes it over.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration START = Duration.ofSeconds(60);
  private static final String USER = "postgres";
  private static final String PASSWORD_ONLY =
      """
      # Written by Causerie: only this machine, only with the password.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  /** Another service uses the data directory. */
  public static final class InUse extends IOException {
    InUse(DataDirectory data) {
      super("another Causerie runs on the data directory " + data
          + ": stop it, or give this one another by CAUSERIE_DATA");
    }
  }

  private final int port;
  private final String password;
  private final @Nullable FileLock lock;
  private final Stop stop;

  /** Ends the server, or leaves it to whom it belongs. */
  private interface Stop {
    void run() throws IOException;
  }

  private EmbeddedPostgres(int port, String password, @Nullable FileLock lock, Stop stop) {
    this.port = port;
    this.password = password;
    this.lock = lock;
    this.stop = stop;
  }

  /** For the service. Blocks; fails with {@link InUse} while another service runs on it. */
  public static EmbeddedPostgres open(Path folder) throws IOException {
    DataDirectory data = DataDirectory.of(folder);
    FileLock lock = data.lock();
    if (lock == null) {
      throw new InUse(data);
    }
    return open(data, lock);
  }

  /** For a command: joins the server of a service that runs, else starts one. Blocks. */
  public static EmbeddedPostgres attach(Path folder) throws IOException {
    DataDirectory data = DataDirectory.of(folder);
    FileLock lock = data.lock();
    if (lock != null) {
      return open(data, lock);
    }
    Postmaster running = Postmaster.find(data.postgres()).orElseThrow(() -> new InUse(data));
    return new EmbeddedPostgres(running.port(), data.password(), null, () -> {});
  }

  /** As in {@code DATABASE_URL}. */
  public String url() {
    return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/postgres";
  }

  @Override
  public void close() throws IOException {
    stop.run();
    if (lock != null) {
      lock.acquiredBy().close();
    }
  }

  private static EmbeddedPostgres open(DataDirectory data, FileLock lock) throws IOException {
    try {
      Optional<Postmaster> left = Postmaster.find(data.postgres());
      if (left.isPresent()) {
        LOG.info("taking over the PostgreSQL that an earlier process left running");
        return new EmbeddedPostgres(
            left.get().port(), data.password(), lock, () -> left.get().stop());
      }
      return start(data, lock);
    } catch (IOException | RuntimeException failure) {
      lock.acquiredBy().close();
      throw failure;
    }
  }

  private static EmbeddedPostgres start(DataDirectory data, FileLock lock) throws IOException {
    boolean fresh = !Files.exists(data.postgres().resolve("PG_VERSION"));
    String password = data.password();
    io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    try {
      server = builder(data, password).start();
    } catch (IOException | RuntimeException failure) {
      throw new IOException(
          "the embedded PostgreSQL in " + data + " does not start (" + failure.getMessage()
              + "): run as a plain user, or name a server of your own by DATABASE_URL",
          failure);
    }
    if (fresh) {
      requirePassword(server, data, password);
    }
    return new EmbeddedPostgres(server.getPort(), password, lock, server::close);
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder(
      DataDirectory data, String password) throws IOException {
    return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
        .setPort(freePort())
        .setDataDirectory(data.postgres())
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(data.programs().toFile())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START)
        .setConnectConfig("password", password)
        .setLocaleConfig("locale", "C.UTF-8")
        .setLocaleConfig("encoding", "UTF8")
        // The library starts a server that forgets on a crash; these come later and win.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "64")
        .setServerConfig("shared_buffers", "128MB");
  }

  private static void requirePassword(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server,
      DataDirectory data,
      String password)
      throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + USER + " password '" + password + "'");
      Files.writeString(data.postgres().resolve("pg_hba.conf"), PASSWORD_ONLY);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException failure) {
      server.close();
      throw new IOException("the embedded PostgreSQL takes no password", failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
