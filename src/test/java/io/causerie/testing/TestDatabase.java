package io.causerie.testing;

import static io.causerie.testing.TestServer.await;

import io.causerie.db.DatabaseUrl;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A database of its own on the PostgreSQL of the test process, dropped at close. */
public final class TestDatabase implements AutoCloseable {
  private final TestServer server = TestServer.get();
  private final String name;
  private final PgConnection connection;

  private TestDatabase(Vertx vertx, String name) {
    this.name = name;
    this.connection = await(PgConnection.connect(vertx, DatabaseUrl.parse(url())));
    execute("set client_min_messages = warning");
  }

  /** With the schema in it. */
  public static TestDatabase migrated(Vertx vertx) {
    return new TestDatabase(vertx, TestServer.get().migrated());
  }

  /** Without a schema, as before the first start. */
  public static TestDatabase empty(Vertx vertx) {
    return new TestDatabase(vertx, TestServer.get().empty());
  }

  /** Lets an embedded PostgreSQL in that directory use the programs that are unpacked already. */
  public static void sharePrograms(Path dataDirectory) throws IOException {
    TestServer.sharePrograms(dataDirectory);
  }

  public String url() {
    return server.urlOf(name);
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

  /** What the planner knows is of all rows: a sample would be another one each time. */
  public void analyzeAll() {
    execute("set default_statistics_target = 10000");
    execute("analyze");
  }

  @Override
  public void close() {
    await(connection.close());
    server.drop(name);
  }
}
