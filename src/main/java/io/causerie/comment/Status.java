package io.causerie.comment;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** The word in the log for making a comment so. */
  public String act() {
    return switch (this) {
      case PENDING -> "hold";
      case APPROVED -> "approve";
      case REJECTED -> "reject";
      case SPAM -> "spam";
      case DELETED -> "delete";
    };
  }

  /** All words, for a message about an unknown one. */
  public static String words() {
    return Stream.of(values()).map(Status::word).collect(Collectors.joining(", "));
  }

  public static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
