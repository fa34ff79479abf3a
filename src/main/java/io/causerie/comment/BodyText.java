package io.causerie.comment;

final class BodyText {
  static String normalise(String s) {
    return java.text.Normalizer.normalize(s.strip(), java.text.Normalizer.Form.NFC);
  }

  static int length(String s) {
    return s.codePointCount(0, s.length());
  }

  private BodyText() {}
}
