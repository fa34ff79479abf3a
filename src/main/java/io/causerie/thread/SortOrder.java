package io.causerie.thread;

import java.util.Locale;
import java.util.Map;

/**
 * In what order the roots of a thread come that are not pinned. The thread is part of order and
 * condition, so that only an index of its comments serves them: by id alone PostgreSQL may go through
 * the comments of all threads. Each value is a part of the statement of {@link PageStore}.
 */
enum SortOrder {
  NEWEST(
      """
      select c.id, c.reply_count,
          row_number() over (order by c.thread_id desc, c.id desc) as turn
        from comments c
        where c.thread_id >= (select id from thread)
          and (c.thread_id, c.id) < ((select id from thread), :after_id) and %s
        order by c.thread_id desc, c.id desc
        limit :limit + 1""",
      Long.MAX_VALUE),
  OLDEST(
      """
      select c.id, c.reply_count, row_number() over (order by c.thread_id, c.id) as turn
        from comments c
        where c.thread_id <= (select id from thread)
          and (c.thread_id, c.id) > ((select id from thread), :after_id) and %s
        order by c.thread_id, c.id
        limit :limit + 1""",
      Long.MIN_VALUE),
  /** Without votes a comment has rank 0 and no scores. Such are read once better ones fill no page. */
  BEST(
      """
      with voted as (
          select c.id, c.reply_count, s.rank
          from comment_scores s join comments c on c.id = s.comment_id
          where s.thread_id = (select id from thread) and s.is_root
            and (s.rank, s.comment_id) < (:after_rank, :after_id) and %1$s
          order by s.rank desc, s.comment_id desc
          limit :limit + 1
        ), unvoted as (
          select c.id, c.reply_count, 0::double precision as rank
          from comments c
          where c.thread_id >= (select id from thread)
            and (c.thread_id, c.id) < ((select id from thread),
              case when :after_rank > 0 then 9223372036854775807 when :after_rank = 0 then :after_id end)
            and %1$s and (select count(*) from voted where rank > 0) <= :limit
            and (select s.comment_id from comment_scores s where s.comment_id = c.id) is null
          order by c.thread_id desc, c.id desc
          limit :limit + 1
        )
        select id, reply_count, row_number() over (order by rank desc, id desc) as turn
        from (select * from voted union all select * from unvoted) either
        order by rank desc, id desc
        limit :limit + 1""",
      Long.MAX_VALUE);

  /** In a class of its own, as the values of an enum are made before its constants. */
  private static final class Roots {
    static final String OTHER =
        "not (c.pinned and c.status = 'approved') and c.parent_id is null and c.is_public";
  }

  static final Map<String, SortOrder> BY_NAME =
      Map.of("newest", NEWEST, "oldest", OLDEST, "best", BEST);

  /** Those after the root with id :after_id and rank :after_rank, one more than :limit. */
  final String roots;

  /** The id that all roots come after. */
  final long start;

  SortOrder(String roots, long start) {
    this.roots = roots.formatted(Roots.OTHER);
    this.start = start;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
