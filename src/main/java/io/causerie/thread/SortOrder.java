package io.causerie.thread;

import java.util.Locale;
import java.util.Map;

/** In what order the roots of a thread come. */
enum SortOrder {
  NEWEST("c.id desc", "c.id < $4"),
  OLDEST("c.id", "c.id > $4"),
  BEST("c.rank desc, c.id desc", "(c.rank, c.id) < ($5, $4)");

  static final Map<String, SortOrder> BY_NAME =
      Map.of("newest", NEWEST, "oldest", OLDEST, "best", BEST);

  /** For {@code order by}. */
  final String sql;

  /** What comes after the root with id $4 and rank $5. */
  final String after;

  SortOrder(String sql, String after) {
    this.sql = sql;
    this.after = after;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
