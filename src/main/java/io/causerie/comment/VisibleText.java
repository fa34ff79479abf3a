package io.causerie.comment;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * Text without what cannot be seen or piles up: zero-width characters where no script needs them, tags
 * outside flags, and stacks of combining marks. Natural text of every script stays as it was typed.
 */
final class VisibleText {
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int FIRST_TAG = 0xE0000;
  private static final int CANCEL_TAG = 0xE007F;

  /** Marks that go with any letter, as in Zalgo text; Arabic and Vietnamese need up to three. */
  private static final int MOST_MARKS = 4;

  /** Marks of one script, which stack by its rules: Tibetan, Khmer, Hebrew with cantillation. */
  private static final int MOST_SCRIPT_MARKS = 10;

  /** Scripts written without spaces, where a zero-width space says where a line may break. */
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(UnicodeScript.KHMER, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.MYANMAR);

  private static final Set<UnicodeScript> NEVER_JOINED = EnumSet.of(
      UnicodeScript.COMMON,
      UnicodeScript.LATIN,
      UnicodeScript.GREEK,
      UnicodeScript.CYRILLIC,
      UnicodeScript.HAN,
      UnicodeScript.HIRAGANA,
      UnicodeScript.KATAKANA,
      UnicodeScript.HANGUL,
      UnicodeScript.HEBREW);

  private final StringBuilder kept = new StringBuilder();
  private int last;
  private int marks;
  private boolean inFlag;

  private VisibleText() {}

  /** NFC, without what cannot be seen. */
  static String of(String typed) {
    VisibleText text = new VisibleText();
    int[] points = Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      text.take(points[i], i + 1 < points.length ? points[i + 1] : 0);
    }
    // Two letters can be neighbours now that could not be composed before.
    return Normalizer.normalize(text.kept, Normalizer.Form.NFC);
  }

  /** Characters that turn the direction of what follows: embeddings, overrides, isolates. */
  static boolean isBidiControl(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }

  private void take(int point, int next) {
    inFlag = isTag(point) ? inFlag : point == BLACK_FLAG;
    marks = isMark(point) ? marks + 1 : 0;
    if (isAllowed(point, next)) {
      kept.appendCodePoint(point);
      last = point;
    }
    inFlag &= point != CANCEL_TAG;
  }

  private boolean isAllowed(int point, int next) {
    if (isTag(point)) {
      return inFlag;
    }
    if (isMark(point)) {
      boolean ofAnyScript = UnicodeScript.of(point) == UnicodeScript.INHERITED;
      return marks <= (ofAnyScript ? MOST_MARKS : MOST_SCRIPT_MARKS);
    }
    return switch (point) {
      case ZERO_WIDTH_SPACE -> isWithoutSpaces(last) && isWithoutSpaces(next);
      case NON_JOINER -> isJoined(last);
      case JOINER -> isJoined(last) || (isPicture(last) && isPicture(next));
      case 0x200E, 0x200F, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF -> false;
      default -> true;
    };
  }

  private static boolean isTag(int point) {
    return point >= FIRST_TAG && point <= CANCEL_TAG;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isWithoutSpaces(int point) {
    return WITHOUT_SPACES.contains(UnicodeScript.of(point));
  }

  private static boolean isJoined(int point) {
    UnicodeScript script = UnicodeScript.of(point);
    return point != 0 && script != UnicodeScript.INHERITED && !NEVER_JOINED.contains(script);
  }

  /** Emoji, their skin tones, and the selector that makes an emoji of a sign. */
  private static boolean isPicture(int point) {
    return point == 0xFE0F
        || Character.getType(point) == Character.OTHER_SYMBOL
        || (point >= 0x1F3FB && point <= 0x1F3FF);
  }
}
