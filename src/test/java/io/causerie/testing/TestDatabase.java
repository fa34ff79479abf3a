package io.causerie.testing;

import io.causerie.db.DataDirectoryInUse;
import io.causerie.db.DatabaseUrl;
import io.causerie.db.EmbeddedPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A schema of its own for one test class, dropped at close. It is on the server that {@code
 * TEST_DATABASE_URL} names, or on an embedded one that the whole test run shares.
 */
public final class TestDatabase implements AutoCloseable {
  private static final long KEEP_SECONDS = TimeUnit.HOURS.toSeconds(1);

  private final String url;
  private final String schema;
  private final PgConnection connection;

  public TestDatabase(Vertx vertx) {
    schema = "test_" + now() + "_" + UUID.randomUUID().toString().substring(0, 8);
    url = Server.URL + (Server.URL.contains("?") ? "&" : "?") + "search_path=" + schema;
    connection = await(PgConnection.connect(vertx, DatabaseUrl.parse(url)));
    execute("set client_min_messages = warning");
    sweep();
    execute("create schema " + schema);
  }

  /** Of this schema: {@code search_path} is part of it. */
  public String url() {
    return url;
  }

  /** One statement, or several separated by semicolons. */
  public void execute(String sql) {
    await(connection.query(sql).execute());
  }

  public long count(String sql) {
    return rows(sql).get(0).getLong(0);
  }

  public List<Row> rows(String sql) {
    List<Row> rows = new ArrayList<>();
    await(connection.query(sql).execute()).forEach(rows::add);
    return rows;
  }

  @Override
  public void close() {
    execute("drop schema " + schema + " cascade");
    await(connection.close());
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }

  /** Drops what crashed runs left. Younger schemas may belong to a run at this very moment. */
  private void sweep() {
    String old = "select nspname from pg_namespace where nspname ~ '^test_[0-9]+_'"
        + " and split_part(nspname, '_', 2)::bigint < " + (now() - KEEP_SECONDS);
    rows(old).forEach(row -> execute("drop schema if exists " + row.getString(0) + " cascade"));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The test database does not answer", e);
    }
  }

  /** Initialised once, by the first test that needs it. */
  private static final class Server {
    static final String URL = url();

    private static String url() {
      String given = System.getenv("TEST_DATABASE_URL");
      try {
        return given != null ? given : embedded().url();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The first directory that no other test run is using. */
    private static EmbeddedPostgres embedded() throws IOException {
      Path target = Path.of(System.getProperty("causerie.tests.directory", "target"));
      EmbeddedPostgres server = null;
      for (int run = 1; server == null; run++) {
        server = openUnlessInUse(target.resolve("test-postgres-" + run));
      }
      EmbeddedPostgres ours = server;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ours)));
      return ours;
    }

    private static @Nullable EmbeddedPostgres openUnlessInUse(Path data) throws IOException {
      try {
        return EmbeddedPostgres.open(data);
      } catch (DataDirectoryInUse anotherTestRun) {
        return null;
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
