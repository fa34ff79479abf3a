package io.causerie.text;

import java.lang.Character.UnicodeScript;

/**
 * How many marks may stand on one letter. The limits are above what any script needs: four of those
 * that go on letters of every script, and eight of a script's own, as in the tallest Tibetan stacks.
 */
final class CombiningMarks {
  private static final int MOST_GENERAL = 4;
  private static final int MOST_OWN = 8;

  private CombiningMarks() {}

  /** Without the marks that are too many. */
  static String limit(String text) {
    if (text.codePoints().noneMatch(CombiningMarks::isMark)) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    int general = 0;
    int own = 0;
    for (int c : text.codePoints().toArray()) {
      if (!isMark(c)) {
        // A joiner is no letter: marks around it are on the same one.
        if (Character.getType(c) != Character.FORMAT) {
          general = 0;
          own = 0;
        }
        kept.appendCodePoint(c);
      } else if (isGeneral(c) ? general++ < MOST_GENERAL : own++ < MOST_OWN) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isGeneral(int c) {
    boolean isArabicPoint = c >= 0x064B && c <= 0x0670;
    return switch (UnicodeScript.of(c)) {
      case INHERITED -> !isArabicPoint;
      case LATIN, GREEK, CYRILLIC, COMMON -> true;
      default -> false;
    };
  }
}
