package io.causerie.moderation.preview;

import io.causerie.core.Id;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads recent comments with what was known when they came. */
final class PastComments {
  /** The newest since a moment, at most so many. */
  static final String NEWEST =
      """
      select found.id
      from unnest(enum_range(null::comment_status)) s (status) cross join lateral (
        select c.id from comments c
        where (c.site_id, c.status, c.id) >= ($1, s.status, $2)
          and (c.site_id, c.status, c.id) <= ($1, s.status, 9223372036854775807)
        order by c.site_id desc, c.status desc, c.id desc
        limit $3
      ) found
      order by found.id desc
      limit $3
      """;

  /**
   * Those approved before are those approved now without those that came later: of a long record only
   * what is new is counted.
   */
  static final String READ =
      """
      select c.id, c.author_name, c.body, c.body_html, c.created_at,
        exists (
          select from members m where m.site_id = c.site_id and m.account_id = a.account_id) as by_team,
        greatest(0, a.approved_count - (
          select count(*) from (
            select status from comments x
            where x.author_id = c.author_id and x.id >= c.id
            order by x.id
            limit 2000) later
          where later.status = 'approved'))::integer as approved,
        (select count(*) from (
            select x.status from comments x
            where x.author_id = c.author_id and x.id < c.id and has_link(x.body_html)
            order by x.id desc
            limit 1000) earlier
          where earlier.status = 'approved')::integer as approved_links,
        (select x.created_at from comments x
          where x.author_id = c.author_id and x.id < c.id
          order by x.id desc
          limit 1) as last,
        (select x.created_at from comments x
          where x.site_id = c.site_id and x.body_digest = c.body_digest and x.id < c.id
          order by x.id desc
          limit 1) as last_same
      from comments c join authors a on a.id = c.author_id
      where c.site_id = $1 and c.id = any ($2)
      order by c.id desc
      """;

  private static final String TEAM =
      """
      select a.name
      from members m join accounts a on a.id = m.account_id
      where m.site_id = $1
      limit 1000
      """;

  private final Database db;

  PastComments(Database db) {
    this.db = db;
  }

  /** The ids, newest first. */
  Future<List<Long>> newest(String siteId, Instant since, int most) {
    return db.query(NEWEST, Tuple.of(siteId, Id.firstAt(since), most))
        .map(rows -> list(rows, row -> row.getLong("id")));
  }

  Future<List<String>> team(String siteId) {
    return db.query(TEAM, Tuple.of(siteId)).map(rows -> list(rows, row -> row.getString("name")));
  }

  /** The newest first. */
  Future<List<PastComment>> read(String siteId, List<Long> ids, List<String> team) {
    Tuple tuple = Tuple.of(siteId).addArrayOfLong(ids.toArray(Long[]::new));
    return db.query(READ, tuple).map(rows -> list(rows, row -> stored(row, team)));
  }

  private static PastComment stored(Row row, List<String> team) {
    return new PastComment(
        row.getLong("id"),
        row.getString("author_name"),
        row.getString("body"),
        row.getString("body_html"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getBoolean("by_team"),
        row.getInteger("approved"),
        row.getInteger("approved_links"),
        instant(row.getOffsetDateTime("last")),
        instant(row.getOffsetDateTime("last_same")),
        team);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static <T> List<T> list(Iterable<Row> rows, Function<Row, T> mapper) {
    return StreamSupport.stream(rows.spliterator(), false).map(mapper).toList();
  }
}
