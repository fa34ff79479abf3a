package io.causerie.event;

import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the table of events, so that this node learns within half a second what other nodes changed.
 * It goes by (xid, id) below the oldest running transaction: by id alone a follower loses what commits
 * late. What changes in a thread changes what all of its keys answer; a flag changes nothing there.
 */
public final class EventLog {
  private static final String NOW =
      "select pg_snapshot_xmin(pg_current_snapshot())::text as xid, 0::bigint as id";

  private static final String AFTER =
      """
      select e.xid::text as xid, e.id, e.site_id,
        case e.kind when 'flagged' then '{}' else keys_of_thread(e.thread_id) end as keys,
        e.comment_id, e.kind, e.actor_name, e.at, c.status::text as status, c.flag_count
      from events e left join comments c on c.id = e.comment_id
      where (e.xid, e.id) > ($1::text::xid8, $2)
        and e.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by e.xid, e.id
      limit 1000
      """;

  private static final long POLL_MILLIS = 400;
  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  /** How far we have read. */
  private record Position(String xid, long id) {
    static Position of(Row row) {
      return new Position(row.getString("xid"), row.getLong("id"));
    }
  }

  private final Vertx vertx;
  private final Database db;
  private final Changes changes;
  private final List<Happening.Listener> listeners = new CopyOnWriteArrayList<>();
  private boolean lost;
  private boolean started;
  private volatile boolean stopped;

  public EventLog(Vertx vertx, Database db, Changes changes) {
    this.vertx = vertx;
    this.db = db;
    this.changes = changes;
  }

  /** Follows from now on; a second call changes nothing once the first has succeeded. */
  public Future<Void> start() {
    if (started) {
      return Future.succeededFuture();
    }
    return db.query(NOW, Tuple.tuple())
        .map(rows -> Position.of(rows.iterator().next()))
        .onSuccess(now -> {
          started = true;
          pollLater(now);
        })
        .mapEmpty();
  }

  /** What happens to comments, on any node, is told from now on. */
  public void listen(Happening.Listener listener) {
    listeners.add(listener);
  }

  public void stop() {
    stopped = true;
  }

  private void pollLater(Position position) {
    vertx.setTimer(POLL_MILLIS, timer -> {
      if (!stopped) {
        poll(position);
      }
    });
  }

  private void poll(Position position) {
    db.query(AFTER, Tuple.of(position.xid, position.id))
        .map(rows -> tell(position, rows))
        .otherwise(failure -> waitForDatabase(position, failure))
        .onSuccess(this::pollLater);
  }

  private Position tell(Position position, RowSet<Row> rows) {
    if (lost) {
      lost = false;
      LOG.info("the database is back");
      changes.missed();
    }
    Position read = position;
    for (Row row : rows) {
      for (String key : row.getArrayOfStrings("keys")) {
        changes.changed(new ThreadRef(row.getString("site_id"), key));
      }
      if (row.getLong("comment_id") != null && row.getString("status") != null) {
        Happening happening = happening(row);
        listeners.forEach(listener -> listener.happened(happening));
      }
      read = Position.of(row);
    }
    return read;
  }

  private static Happening happening(Row row) {
    return new Happening(
        row.getString("site_id"),
        row.getLong("comment_id"),
        row.getString("kind"),
        row.getString("actor_name"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("status"),
        row.getInteger("flag_count"));
  }

  private Position waitForDatabase(Position position, Throwable failure) {
    if (!lost && !stopped) {
      LOG.warn("lost the database, reading from cache: {}", failure.toString());
    }
    lost = true;
    return position;
  }
}
