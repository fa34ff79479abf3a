package io.causerie.event;

import io.causerie.core.Steps;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log of events in the order of (xid, id), below the oldest running transaction: by id alone
 * a reader loses what commits late. And forgets what is old.
 */
public final class EventStore {
  /** The first row tells of the snapshot, also when there is no event. A flag changes no page. */
  private static final String AFTER =
      """
      with n as materialized (
        select pg_snapshot_xmin(s) as xmin, pg_snapshot_xmax(s) as xmax,
          exists (
            select from events where xid >= pg_snapshot_xmin(s) and xid < pg_snapshot_xmax(s)
          ) as holds_back
        from pg_current_snapshot() s
      )
      select n.xmin::text as xmin, n.xmax::text as xmax, n.holds_back, %s, e.site_id,
        case e.kind when 'flagged' then '{}' else keys_of_thread(e.thread_id) end as keys,
        e.comment_id, e.kind, e.actor_name, e.at, c.status::text as status, c.flag_count
      from n
        left join lateral (
          select * from events
          where (xid, id) > ($1::text::xid8, $2) and xid < n.xmin
          order by xid, id
          limit $3
        ) e on true
        left join comments c on c.id = e.comment_id
      order by e.xid, e.id
      """
          .formatted(Position.COLUMNS.formatted("e"));

  private static final String NOW =
      "select pg_snapshot_xmin(pg_current_snapshot())::text as xid, 0::bigint as id";

  /** No transaction of this database cluster can have written a row that is visible and so high. */
  private static final String FORGET_FOREIGN =
      """
      delete from events
      where id in (
        select id from events where xid >= pg_snapshot_xmax(pg_current_snapshot()) limit 1000)
      """;

  private static final String MOVE_FOREIGN =
      """
      update followers set xid = pg_snapshot_xmin(pg_current_snapshot()), id = 0, moved_at = now()
      where xid > pg_snapshot_xmax(pg_current_snapshot())
      """;

  /** A follower that has not read for a week is not waited for, or the table would grow for ever. */
  private static final String FORGET =
      """
      with forgotten as (
        delete from events
        where id in (
          select e.id from events e
          where e.at < $1::timestamptz - interval '1 day'
            and (e.at < $1::timestamptz - interval '7 days'
              or not exists (select from followers f where (f.xid, f.id) < (e.xid, e.id)))
          limit 1000)
        returning xid, id
      )
      select (select count(*)::integer from forgotten) as count,
        array(
          select name from followers f
          where exists (select from forgotten e where (e.xid, e.id) > (f.xid, f.id))
          order by name
        ) as behind
      """;

  private static final Logger LOG = LoggerFactory.getLogger(EventStore.class);

  /** By which a statement is run, on a connection or on any. */
  interface Query {
    Future<RowSet<Row>> run(String sql, Tuple arguments);
  }

  /**
   * Which transactions a reading saw.
   *
   * @param xmin the oldest that was running
   * @param xmax below which all had begun
   * @param holdsBack whether there are events that are not read because of the oldest one
   */
  record Horizon(long xmin, long xmax, boolean holdsBack) {
    static Horizon of(Row row) {
      return new Horizon(
          Long.parseLong(row.getString("xmin")),
          Long.parseLong(row.getString("xmax")),
          row.getBoolean("holds_back"));
    }
  }

  /** Some events, oldest first. */
  record Batch(Horizon horizon, List<Event> events) {}

  private final Database db;
  private volatile List<String> behind = List.of();

  public EventStore(Database db) {
    this.db = db;
  }

  static Future<Batch> after(Query query, Position position, int most) {
    return query.run(AFTER, position.tuple().addInteger(most)).map(rows -> {
      Row first = rows.iterator().next();
      List<Event> events = new ArrayList<>();
      if (first.getLong("id") != null) {
        rows.forEach(row -> events.add(Event.of(row)));
      }
      return new Batch(Horizon.of(first), events);
    });
  }

  /** Before all that is still to happen. */
  Future<Position> now() {
    return db.query(NOW, Tuple.tuple()).map(rows -> Position.of(rows.iterator().next()));
  }

  /**
   * Forgets what a restore has brought from another database cluster, whose transactions had other
   * numbers: it would be taken for new once ours reach them.
   */
  Future<Void> forgetForeign() {
    return db.query(MOVE_FOREIGN, Tuple.tuple())
        .compose(
            moved -> Steps.run(1, last -> last > 0, last -> db.query(FORGET_FOREIGN, Tuple.tuple())
                .map(RowSet::rowCount)
                .onSuccess(EventStore::tellForeign)))
        .mapEmpty();
  }

  private static void tellForeign(int count) {
    if (count > 0) {
      LOG.info("{} events came from another database cluster, and are not followed", count);
    }
  }

  /**
   * Forgets up to a thousand events that are a day old and that every follower has read, or that are a
   * week old; answers how many.
   */
  public Future<Integer> forget(OffsetDateTime now) {
    return db.query(FORGET, Tuple.of(now)).map(rows -> {
      Row row = rows.iterator().next();
      tellBehind(List.of(row.getArrayOfStrings("behind")));
      return row.getInteger("count");
    });
  }

  private void tellBehind(List<String> names) {
    if (!names.isEmpty() && !names.equals(behind)) {
      LOG.warn("events are forgotten that these have not read for a week: {}", names);
    }
    behind = names;
  }
}
