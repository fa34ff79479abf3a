package io.causerie.event;

import static io.causerie.testing.TestApp.await;

import io.causerie.db.Database;
import io.causerie.db.DatabaseUrl;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.List;

/** A database with one comment, to which things happen as a test says. */
final class PlantedEvents implements AutoCloseable {
  private static final String COMMENT =
      """
      insert into sites (id, origins) values ('s', '{}');
      insert into authors (id, site_id, kind, name, created_at) values (1, 's', 'guest', 'Ann', now());
      insert into threads (id, site_id, key, created_at, open_since) values (1, 's', '/a', now(), now());
      insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, created_at)
      values (1, 's', 1, 1, array[1], 1, 'Ann', 'guest', '', '', 1, 'approved', now())
      """;

  /** The actor is a number, by which a test tells one event from another. */
  private static final String EVENT =
      """
      insert into events (site_id, thread_id, comment_id, kind, actor, actor_name)
      select 's', 1, 1, 'approved', 'x', n::text from generate_series(%d, %d) n
      """;

  private final Vertx vertx = Vertx.vertx();
  final TestDatabase data = TestDatabase.migrated(vertx);
  final Database database = Database.connect(vertx, DatabaseUrl.parse(data.url()), 4);
  private final List<PgConnection> connections = new ArrayList<>();

  PlantedEvents() {
    data.execute(COMMENT);
  }

  void happens(int number) {
    happen(number, number);
  }

  /** In one transaction. */
  void happen(int first, int last) {
    data.execute(event(first, last));
  }

  static String event(int first, int last) {
    return EVENT.formatted(first, last);
  }

  /** The number of what has happened. */
  static String number(CommentEvent happening) {
    return String.valueOf(happening.by());
  }

  /** A transaction that other events do not wait for, unless it writes. */
  PgConnection begin() {
    PgConnection connection = await(PgConnection.connect(vertx, DatabaseUrl.parse(data.url())));
    connections.add(connection);
    run(connection, "begin");
    return connection;
  }

  static void run(PgConnection connection, String sql) {
    await(connection.query(sql).execute());
  }

  /** Ends transactions until all that had a number below that have one. */
  void passTransaction(long xid) {
    while (data.count("select pg_current_xact_id()::text::bigint") <= xid) {}
  }

  @Override
  public void close() {
    connections.forEach(connection -> await(connection.close()));
    await(database.close());
    data.close();
    await(vertx.close());
  }
}
