package io.causerie.comment;

import java.util.Locale;

/** Where a comment stands. Only {@link #APPROVED} ones are public. */
public enum Status {
  PENDING,
  APPROVED,
  REJECTED,
  SPAM,
  DELETED;

  /** The word in JSON and in SQL. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
