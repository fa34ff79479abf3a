package io.causerie.flag;

import io.causerie.http.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader has to say against a comment. */
record NewFlag(String reason, @Nullable String note) {
  private static final List<String> REASONS =
      List.of("spam", "abuse", "off-topic", "illegal", "other");
  private static final int LONGEST_NOTE = 1_000;

  /** Fails with INVALID and all errors. */
  static NewFlag from(JsonFields body) {
    String reason = body.required("reason");
    if (!REASONS.contains(reason)) {
      body.error("reason", "must be one of " + String.join(", ", REASONS));
    }
    String note = body.string("note");
    if (note != null && note.codePointCount(0, note.length()) > LONGEST_NOTE) {
      body.error("note", "must be at most " + LONGEST_NOTE + " characters");
    }
    if (note != null && note.chars().anyMatch(NewFlag::isControl)) {
      body.error("note", "must not contain control characters");
    }
    body.check();
    return new NewFlag(reason, note == null || note.isBlank() ? null : note.strip());
  }

  private static boolean isControl(int c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t';
  }
}
