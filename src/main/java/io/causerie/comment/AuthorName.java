package io.causerie.comment;

import org.jspecify.annotations.Nullable;

final class AuthorName {
  static String normalise(String s) {
    return java.text.Normalizer.normalize(s.strip(), java.text.Normalizer.Form.NFC);
  }

  static @Nullable String problem(String s) {
    return s.length() > 60 ? "is longer than 60 characters" : null;
  }

  private AuthorName() {}
}
