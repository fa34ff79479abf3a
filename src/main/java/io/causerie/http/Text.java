package io.causerie.http;

import org.jspecify.annotations.Nullable;

/** What no text of a request may contain, because PostgreSQL and UTF-8 cannot keep it. */
final class Text {
  private Text() {}

  /** Null when the text is fine. */
  static @Nullable String problem(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "must not contain U+0000";
      }
      if (Character.isSurrogate(c) && !Character.isSurrogatePair(c, next(text, i))) {
        return "must not contain half of a surrogate pair";
      }
      if (Character.isHighSurrogate(c)) {
        i++;
      }
    }
    return null;
  }

  private static char next(String text, int i) {
    return i + 1 < text.length() ? text.charAt(i + 1) : 0;
  }
}
