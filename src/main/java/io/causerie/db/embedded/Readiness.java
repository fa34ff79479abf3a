package io.causerie.db.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until a server of ours takes connections, or is known never to do so. */
public final class Readiness {
  public static final long SECONDS = 60;
  private static final long POLL_MILLIS = 50;

  private Readiness() {}

  /** Also proves that the server there knows our password and serves our directory. */
  public static void await(DataDirectory data, Postmaster postmaster) throws IOException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
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
    login.setProperty("user", EmbeddedPostgres.ROLE);
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
