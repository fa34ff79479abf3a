package io.causerie.thread;

import java.util.Locale;
import java.util.Map;

/**
 * In what order the roots of a thread come that are not pinned. The thread is part of order and
 * condition, so that only an index of its comments serves them: by id alone PostgreSQL may go through
 * the comments of all threads.
 */
enum SortOrder {
  NEWEST(
      "c.thread_id desc, c.id desc",
      "c.thread_id >= (select id from thread)"
          + " and (c.thread_id, c.id) < ((select id from thread), $5)",
      Long.MAX_VALUE),
  OLDEST(
      "c.thread_id, c.id",
      "c.thread_id <= (select id from thread)"
          + " and (c.thread_id, c.id) > ((select id from thread), $5)",
      Long.MIN_VALUE),
  BEST(
      "c.rank desc, c.id desc",
      "c.thread_id = (select id from thread) and (c.rank, c.id) < ($7, $5)",
      Long.MAX_VALUE);

  static final Map<String, SortOrder> BY_NAME =
      Map.of("newest", NEWEST, "oldest", OLDEST, "best", BEST);

  /** For {@code order by}. */
  final String sql;

  /** What comes in the thread after the root with id $5 and rank $7. */
  final String after;

  /** The id that all roots come after. */
  final long start;

  SortOrder(String sql, String after, long start) {
    this.sql = sql;
    this.after = after;
    this.start = start;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
