package io.causerie.comment;

import java.util.regex.Pattern;

/** The body of a comment as it is stored: what was typed, in one canonical form. */
final class BodyText {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  /** Three blank lines are enough for everybody. */
  private static final Pattern BLANK_LINES = Pattern.compile("\\n([ \\t]*\\n){4,}");

  private BodyText() {}

  static String normalise(String typed) {
    String lines = LINE_END.matcher(typed).replaceAll("\n");
    String visible = VisibleText.of(CONTROL.matcher(lines).replaceAll(""));
    return BLANK_LINES.matcher(visible).replaceAll("\n\n\n\n").strip();
  }

  /** In characters as the limit counts them: Unicode code points. */
  static int length(String body) {
    return body.codePointCount(0, body.length());
  }
}
