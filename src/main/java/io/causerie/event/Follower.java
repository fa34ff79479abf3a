package io.causerie.event;

import io.causerie.core.Steps;
import io.causerie.db.Background;
import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.db.Background.Timer;
import io.causerie.db.Database;
import io.causerie.db.Outage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every event read once, in order, by one node at a time, also across restarts. How far it is stands in
 * the database under its name and is committed with what the reader writes.
 */
public final class Follower {
  /** From now on, unless it has read before. */
  private static final String BEGIN =
      """
      insert into followers (name, xid, id)
      values ($1, pg_snapshot_xmin(pg_current_snapshot()), 0)
      on conflict (name) do nothing
      """;

  private static final String TAKE =
      "select %s from followers f where name = $1 for update skip locked"
          .formatted(Position.COLUMNS.formatted("f"));

  private static final String MOVE =
      "update followers set xid = $1::text::xid8, id = $2, moved_at = now() where name = $3";

  static final int BATCH = 100;
  static final int TRIES = 5;
  static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  /** What is done with an event. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Works on the given connection only, in a transaction that holds every follower back while it
     * lasts: what takes longer than a statement is to be noted there and done elsewhere. What has
     * failed is rolled back, and is read again a few times.
     */
    Future<Void> read(SqlConnection conn, Event event);
  }

  private final String name;
  private final Database db;
  private final Reader reader;
  private final Background rounds;

  // Of the round under way.
  private @Nullable Position reading;
  private @Nullable Position failed;
  private int failures;
  private int oneByOne;

  public Follower(String name, Timer timer, Database db, Reader reader) {
    this.name = name;
    this.db = db;
    this.reader = reader;
    rounds = new Background(
        "following events for " + name, timer, new Pace(Duration.ZERO, AFTER_FAILURE), this::round);
  }

  /** A second call changes nothing. */
  public Future<Void> start() {
    return db.query(BEGIN, Tuple.of(name)).onSuccess(known -> rounds.start()).mapEmpty();
  }

  public Future<Void> stop() {
    return rounds.stop();
  }

  private Future<Next> round() {
    reading = null;
    int most = oneByOne > 0 ? 1 : BATCH;
    return db.transaction(conn -> take(conn)
            .compose(position -> position.isEmpty()
                ? Future.succeededFuture(0)
                : readAfter(conn, position.get(), most)))
        .compose(read -> goOn(read, most), this::tryAgain);
  }

  /** Empty while another node reads. */
  private Future<Optional<Position>> take(SqlConnection conn) {
    return conn.preparedQuery(TAKE).execute(Tuple.of(name)).map(Follower::position);
  }

  private static Optional<Position> position(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(Position.of(rows.iterator().next()));
  }

  private Future<Integer> readAfter(SqlConnection conn, Position position, int most) {
    return EventStore.after((sql, tuple) -> conn.preparedQuery(sql).execute(tuple), position, most)
        .map(EventStore.Batch::events)
        .compose(events -> events.isEmpty()
            ? Future.succeededFuture(0)
            : Steps.run(0, read -> read < events.size(), read -> read(conn, events.get(read))
                    .map(done -> read + 1))
                .compose(read -> moveTo(conn, events).map(moved -> read)));
  }

  private Future<Void> read(SqlConnection conn, Event event) {
    reading = event.position();
    if (failures < TRIES || !event.position().equals(failed)) {
      return reader.read(conn, event);
    }
    LOG.error("{} passes over the event {} after {} tries", name, event.position(), failures);
    return Future.succeededFuture();
  }

  private Future<Void> moveTo(SqlConnection conn, List<Event> events) {
    Position last = events.get(events.size() - 1).position();
    return conn.preparedQuery(MOVE).execute(last.tuple().addString(name)).mapEmpty();
  }

  private Future<Next> goOn(int read, int most) {
    failures = 0;
    oneByOne = read == 0 ? 0 : Math.max(0, oneByOne - 1);
    return Future.succeededFuture(read < most ? Next.in(PAUSE) : Next.AT_ONCE);
  }

  /** Of a batch that failed the events are read one by one, so that one that cannot be read is known. */
  private Future<Next> tryAgain(Throwable failure) {
    if (reading == null || Outage.isBehind(failure)) {
      return Future.failedFuture(failure);
    }
    if (oneByOne == 0) {
      oneByOne = BATCH;
      return Future.succeededFuture(Next.AT_ONCE);
    }
    failures = reading.equals(failed) ? failures + 1 : 1;
    failed = reading;
    return failures < TRIES ? Future.failedFuture(failure) : Future.succeededFuture(Next.AT_ONCE);
  }
}
