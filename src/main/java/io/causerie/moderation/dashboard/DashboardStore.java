package io.causerie.moderation.dashboard;

import io.causerie.comment.Status;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a dashboard shows. Each statement reads a bounded part of an index. The limits are
 * questions, because the planner takes a number that it finds large for none, and reads and sorts all.
 */
public final class DashboardStore {
  /** $2: the first ids of the days, and of the day after the last; a day counts to 20,000 in each status. */
  public static final String DAYS =
      """
      select d.day, s.status::text as status, n.count
      from generate_series(1, cardinality($2::bigint[]) - 1) d (day)
        cross join unnest(enum_range(null::comment_status)) s (status)
        cross join lateral (
          select count(*) as count from (
            select from comments c
            where (c.site_id, c.status, c.id) >= ($1, s.status, ($2::bigint[])[d.day])
              and (c.site_id, c.status, c.id) < ($1, s.status, ($2::bigint[])[d.day + 1])
            order by c.site_id, c.status, c.id
            limit (select 20000)
          ) bounded
        ) n
      where n.count > 0
      """;

  /** Among the newest 20,000 of each status. */
  public static final String THREADS =
      """
      select t.key, t.title, t.url, b.comments
      from (
        select c.thread_id, count(*) as comments
        from unnest(enum_range(null::comment_status)) s (status) cross join lateral (
          select c.thread_id from comments c
          where (c.site_id, c.status, c.id) >= ($1, s.status, $2)
            and (c.site_id, c.status, c.id) <= ($1, s.status, 9223372036854775807)
          order by c.site_id desc, c.status desc, c.id desc
          limit (select 20000)
        ) c
        group by c.thread_id
        order by comments desc, c.thread_id desc
        limit 10
      ) b join threads t on t.id = b.thread_id
      order by b.comments desc, t.id desc
      """;

  /**
   * People's decisions about what waited, among the newest 20,000 entries: how long since it was written
   * or last held.
   */
  static final String DECISIONS =
      """
      select count(*) as count,
        percentile_cont(0.5) within group (order by d.seconds) as median,
        percentile_cont(0.9) within group (order by d.seconds) as p90
      from (
        select extract(epoch from e.at - coalesce(
          (select h.at from moderation_log h
            where h.comment_id = e.comment_id and h.seq < e.seq and h.after ->> 'status' = 'pending'
            order by h.seq desc
            limit 1),
          c.created_at)) as seconds
        from (
          select * from moderation_log
          where site_id = $1 and at >= $2
          order by site_id desc, at desc, seq desc
          limit (select 20000)
        ) e join comments c on c.id = e.comment_id
        where e.before ->> 'status' = 'pending' and e.actor not like 'system:%'
          and e.action in ('approve', 'reject', 'spam', 'delete')
      ) d
      """;

  public static final String OLDEST_HELD =
      """
      select created_at from comments
      where site_id = $1 and status = 'pending'
      order by site_id, status, id
      limit 1
      """;

  private final Database db;
  private final InstantSource clock;

  DashboardStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Of the last days by UTC, today among them. */
  Future<Buffer> read(String siteId, int days) {
    Instant now = clock.instant();
    LocalDate first = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(days - 1L);
    Long[] starts = IntStream.rangeClosed(0, days)
        .mapToObj(day -> Id.firstAt(start(first.plusDays(day))))
        .toArray(Long[]::new);
    return Future.all(
            db.query(DAYS, Tuple.of(siteId).addArrayOfLong(starts)),
            db.query(THREADS, Tuple.of(siteId, starts[0])),
            db.query(DECISIONS, Tuple.of(siteId, start(first).atOffset(ZoneOffset.UTC))),
            db.query(OLDEST_HELD, Tuple.of(siteId)))
        .map(found -> new JsonObject()
            .put("days", days(first, days, found.resultAt(0)))
            .put("threads", threads(found.resultAt(1)))
            .put("decisions", decisions(found.resultAt(2)))
            .put("held", held(now, found.resultAt(3)))
            .toBuffer());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static JsonArray days(LocalDate first, int days, RowSet<Row> rows) {
    Map<LocalDate, JsonObject> dayToCounts = new TreeMap<>();
    for (int i = 0; i < days; i++) {
      JsonObject counts = new JsonObject().put("date", first.plusDays(i).toString());
      for (Status status : Status.values()) {
        counts.put(status.word(), 0L);
      }
      dayToCounts.put(first.plusDays(i), counts);
    }
    for (Row row : rows) {
      dayToCounts.computeIfPresent(
          first.plusDays(row.getInteger("day") - 1L),
          (day, counts) -> counts.put(row.getString("status"), row.getLong("count")));
    }
    return new JsonArray(List.copyOf(dayToCounts.values()));
  }

  private static JsonArray threads(RowSet<Row> rows) {
    return new JsonArray(StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new JsonObject()
            .put("key", row.getString("key"))
            .put("title", row.getString("title"))
            .put("url", row.getString("url"))
            .put("comments", row.getLong("comments")))
        .toList());
  }

  private static JsonObject decisions(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    return new JsonObject()
        .put("count", row.getLong("count"))
        .put("medianSeconds", seconds(row.getDouble("median")))
        .put("p90Seconds", seconds(row.getDouble("p90")));
  }

  private static JsonObject held(Instant now, RowSet<Row> rows) {
    JsonObject held = new JsonObject().putNull("oldestSeconds");
    for (Row row : rows) {
      Instant since = row.getOffsetDateTime("created_at").toInstant();
      held.put("oldestSeconds", Math.max(0, now.getEpochSecond() - since.getEpochSecond()));
    }
    return held;
  }

  private static @Nullable Long seconds(@Nullable Double exact) {
    return exact == null ? null : Math.max(0, Math.round(exact));
  }
}
