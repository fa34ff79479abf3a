package io.causerie.log;

import io.causerie.core.Steps;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks the chain of a site's log from its first entry to its head. */
public final class LogCheck {
  private static final String HEAD = "select seq, hash from log_heads where site_id = $1";

  /** The window is computed before the limit, but no further than the limit needs. */
  private static final String STEP =
      """
      select e.seq, e.hash,
        e.hash = log_hash(lag(e.hash, 1, $3) over (order by e.seq), e) as sound
      from moderation_log e
      where e.site_id = $1 and e.seq > $2
      order by e.seq
      limit 1000
      """;

  /** Whether an entry is the one that followed on a hash; no row when there is no such entry. */
  private static final String FOLLOWS =
      """
      select e.hash = log_hash($3, e) as sound from moderation_log e
      where e.site_id = $1 and e.seq = $2
      """;

  /** In one statement, because entries are being added. */
  private static final String BEYOND =
      """
      select min(e.seq) as seq from moderation_log e
      where e.site_id = $1
        and e.seq > coalesce((select seq from log_heads where site_id = $1), 0)
      """;

  /**
   * What was found.
   *
   * @param entries how many were sound, one after the other
   * @param head the hash of the last of them, empty for none
   * @param fault what is wrong with the one after, null when nothing is
   */
  public record Result(long entries, String head, @Nullable String fault) {}

  /** The last entry that was sound. */
  private record Place(long seq, Buffer hash) {
    static final Place BEGINNING = new Place(0, Buffer.buffer());

    static Place of(Row row) {
      return new Place(row.getLong("seq"), row.getBuffer("hash"));
    }

    /** The end of the walk, with what is wrong with the next entry. */
    Walk end(@Nullable String fault) {
      return new Walk(this, new Result(seq, LogEntry.hex(hash), fault));
    }
  }

  /**
   * How far the walk is.
   *
   * @param last the last entry that was sound
   * @param result null until the walk has ended
   */
  private record Walk(Place last, @Nullable Result result) {}

  private final Database db;
  private final String siteId;

  public LogCheck(Database db, String siteId) {
    this.db = db;
    this.siteId = siteId;
  }

  /** Entries that are added meanwhile may be left out. */
  public Future<Result> run() {
    return query(HEAD, Tuple.of(siteId))
        .map(rows ->
            rows.size() == 0 ? Place.BEGINNING : Place.of(rows.iterator().next()))
        .compose(head -> Steps.run(
            new Walk(Place.BEGINNING, null),
            walk -> walk.result == null,
            walk -> step(walk.last, head)))
        .map(walk -> Objects.requireNonNull(walk.result));
  }

  private Future<Walk> step(Place last, Place head) {
    return query(STEP, Tuple.of(siteId, last.seq, last.hash)).compose(rows -> {
      Place place = last;
      for (Row row : rows) {
        long seq = row.getLong("seq");
        if (place.seq == head.seq) {
          return end(place, head);
        }
        if (seq != place.seq + 1) {
          return Future.succeededFuture(place.end(missing(place.seq + 1, seq - 1)));
        }
        if (!row.getBoolean("sound")) {
          return unsound(place, Place.of(row), head);
        }
        place = Place.of(row);
      }
      return rows.size() == 0 || place.seq == head.seq
          ? end(place, head)
          : Future.succeededFuture(new Walk(place, null));
    });
  }

  /** The entry after shows which: it was chained to the hash that was there first. */
  private Future<Walk> unsound(Place last, Place found, Place head) {
    return query(FOLLOWS, Tuple.of(siteId, found.seq + 1, found.hash)).map(rows -> {
      Iterator<Row> next = rows.iterator();
      boolean hashStands =
          next.hasNext() ? next.next().getBoolean("sound") : found.hash.equals(head.hash);
      return last.end(
          hashStands
              ? "entry " + found.seq + " is not as it was written, or entry " + last.seq
                  + " and its hash are not"
              : "the hash of entry " + found.seq + " is not the one it was given");
    });
  }

  private Future<Walk> end(Place last, Place head) {
    if (last.seq < head.seq) {
      return Future.succeededFuture(last.end(missing(last.seq + 1, head.seq)));
    }
    if (!last.hash.equals(head.hash)) {
      return Future.succeededFuture(last.end(
          "the hash of entry " + last.seq + " is not the one that the head of the log has"));
    }
    return query(BEYOND, Tuple.of(siteId)).map(rows -> {
      Long extra = rows.iterator().next().getLong("seq");
      return last.end(
          extra == null ? null : "entry " + extra + " was added beside the head of the log");
    });
  }

  private static String missing(long first, long last) {
    return first == last
        ? "entry " + first + " is missing"
        : "entries " + first + " to " + last + " are missing";
  }

  /** Has no deadline: only the operator waits for it. */
  private Future<RowSet<Row>> query(String sql, Tuple tuple) {
    return db.pool().withTransaction(conn -> conn.query("set local statement_timeout = '10min'")
        .execute()
        .compose(set -> conn.preparedQuery(sql).execute(tuple)));
  }
}
