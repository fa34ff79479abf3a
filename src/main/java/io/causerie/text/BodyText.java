package io.causerie.text;

import java.text.Normalizer;

/** What we keep of a body as typed: everything a reader can see. */
public final class BodyText {
  private static final int MOST_BLANK_LINES = 2;

  private BodyText() {}

  /**
   * The body to store: line ends as LF, NFC, trimmed, without control and invisible characters that
   * no script needs, without towers of marks, and with at most two blank lines on end. Empty when
   * nothing of it would be seen. Normalising twice changes nothing.
   */
  public static String normalise(String typed) {
    String visible = InvisibleCharacters.strip(withoutControls(typed));
    if (InvisibleCharacters.isBlank(visible)) {
      return "";
    }
    String body = Normalizer.normalize(visible, Normalizer.Form.NFC);
    return trim(limitBlankLines(CombiningMarks.limit(body)));
  }

  /** In characters, that is Unicode code points. */
  public static int length(String body) {
    return body.codePointCount(0, body.length());
  }

  /** Leading and trailing spaces of every script, line ends among them. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && InvisibleCharacters.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && InvisibleCharacters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static String withoutControls(String typed) {
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    var kept = new StringBuilder(lines.length());
    lines.codePoints().filter(BodyText::isText).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isText(int c) {
    int type = Character.getType(c);
    return c == '\n' || c == '\t' || (type != Character.CONTROL && type != Character.SURROGATE);
  }

  private static String limitBlankLines(String body) {
    var kept = new StringBuilder(body.length());
    int blankLines = 0;
    for (String line : body.split("\n", -1)) {
      blankLines = trim(line).isEmpty() ? blankLines + 1 : 0;
      if (blankLines <= MOST_BLANK_LINES) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }
}
