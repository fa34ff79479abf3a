package io.causerie.comment;

import java.text.Normalizer;
import java.util.Locale;

/** What a comment is found by, in a form that PostgreSQL's {@code simple} configuration can split. */
public final class SearchText {
  private SearchText() {}

  static String of(String authorName, String body) {
    return Normalizer.normalize(authorName + " " + body, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT);
  }
}
