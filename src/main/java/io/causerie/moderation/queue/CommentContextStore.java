package io.causerie.moderation.queue;

import io.causerie.comment.SizedJson;
import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what is around a comment of any status. */
final class CommentContextStore {
  /**
   * One statement; each part reads as many rows of an index as it answers. Neighbours are looked for
   * within each status, since an index has the order of ids there only. Bodies come as far as they are
   * not too large together, those written next to the comment in time before others.
   */
  static final String AROUND =
      """
      with it as materialized (
        select id, thread_id, author_id, path from comments where id = $1 and site_id = $2
      ), near as materialized (
        select 'ancestors' as part, a.id from it cross join unnest(trim_array(it.path, 1)) a (id)
        union all
        select 'before', b.id from it cross join lateral (
          select n.id from unnest(enum_range(null::comment_status)) s (status) cross join lateral (
            select c.id from comments c
            where (c.thread_id, c.status, c.id) < (it.thread_id, s.status, it.id)
              and (c.thread_id, c.status, c.id) >= (it.thread_id, s.status, 0)
            order by c.thread_id desc, c.status desc, c.id desc
            limit 5
          ) n
          order by n.id desc
          limit 5
        ) b
        union all
        select 'after', a.id from it cross join lateral (
          select n.id from unnest(enum_range(null::comment_status)) s (status) cross join lateral (
            select c.id from comments c
            where (c.thread_id, c.status, c.id) > (it.thread_id, s.status, it.id)
              and (c.thread_id, c.status, c.id)
                <= (it.thread_id, s.status, 9223372036854775807)
            order by c.thread_id, c.status, c.id
            limit 5
          ) n
          order by n.id
          limit 5
        ) a
        union all
        select 'byAuthor', b.id from it cross join lateral (
          select c.id from comments c
          where c.author_id = it.author_id and c.id <> it.id
          order by c.id desc
          limit 10
        ) b
      )
      select part, id, parent_id, depth, author_name, status, created_at, key, title,
        case when coalesce(bytes_before, 0) < %d then body_html end as body_html
      from (
        select near.part, c.id, c.parent_id, c.depth, c.author_name, c.body_html,
          c.status::text as status, c.created_at, t.key, t.title,
          sum(octet_length(c.body_html)) over (order by abs(c.id - it.id), near.part
            rows between unbounded preceding and 1 preceding) as bytes_before
        from it
          left join near on true
          left join comments c on c.id = near.id
          left join threads t on t.id = c.thread_id
      ) measured
      order by id
      """
          .formatted(SizedJson.LARGEST_PAGE);

  private final Database db;

  CommentContextStore(Database db) {
    this.db = db;
  }

  /** Fails with NOT_FOUND for what is no comment of the site. */
  Future<CommentContext> around(String siteId, long id) {
    return db.query(AROUND, Tuple.of(id, siteId)).map(rows -> {
      if (rows.size() == 0) {
        throw Problem.notFound("comment");
      }
      List<Row> near = StreamSupport.stream(rows.spliterator(), false)
          .filter(row -> row.getString("part") != null)
          .toList();
      return CommentContext.from(near);
    });
  }
}
