package io.causerie.log;

import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the moderation log, page by page. */
final class LogStore {
  /**
   * A page has so many entries at most, and ends early once it is large. What is stored compressed is
   * taken for ten times as much: to measure it would be to unpack all of it.
   */
  private static final String PAGE =
      """
      select * from (
        select %s,
          lead(e.seq) over page is not null as more,
          sum(coalesce(pg_column_size(e.before)
                * case when pg_column_compression(e.before) is null then 1 else 10 end, 0)
              + coalesce(pg_column_size(e.after)
                * case when pg_column_compression(e.after) is null then 1 else 10 end, 0))
            over page as size_so_far
        from moderation_log e
        where e.site_id = $1 and e.seq > $2 and e.seq < $3 and %s
        window page as (
          order by e.seq %s rows between unbounded preceding and 1 preceding)
        order by e.seq %s
        limit $4
      ) p
      where coalesce(size_so_far, 0) < 1000000
      """;

  private static final String NEWEST = "select seq from log_heads where site_id = $1";

  private final Database db;

  LogStore(Database db) {
    this.db = db;
  }

  /** The newest entries before the one of that number. */
  Future<LogPage> newest(LogFilter filter, @Nullable Long before, int limit) {
    long end = before == null ? Long.MAX_VALUE : before;
    return page(filter, "desc", Tuple.of(filter.siteId(), Long.MIN_VALUE, end, limit));
  }

  /** The oldest entries between those of these numbers, neither included. */
  Future<LogPage> oldest(LogFilter filter, long after, long before, int limit) {
    return page(filter, "asc", Tuple.of(filter.siteId(), after, before, limit));
  }

  /** The number of the newest entry of a site; 0 when there is none. */
  Future<Long> length(String siteId) {
    return db.query(NEWEST, Tuple.of(siteId))
        .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("seq"));
  }

  private Future<LogPage> page(LogFilter filter, String order, Tuple tuple) {
    String conditions = filter.conditions(tuple);
    return db.query(PAGE.formatted(LogEntry.COLUMNS, conditions, order, order), tuple)
        .map(LogStore::page);
  }

  private static LogPage page(RowSet<Row> rows) {
    List<LogEntry> entries = new ArrayList<>();
    boolean more = false;
    for (Row row : rows) {
      entries.add(LogEntry.of(row));
      more = row.getBoolean("more");
    }
    return new LogPage(entries, more);
  }
}
