package io.causerie.text;

import static java.lang.Character.UnicodeScript.*;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Characters that show nothing, which hide text, join words or turn its direction around. */
final class InvisibleCharacters {
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  /** They change their letters by joiners, or part their words by zero-width spaces. */
  private static final Set<UnicodeScript> SCRIPTS_WITH_JOINERS = Set.of(
      ADLAM,
      ARABIC,
      BALINESE,
      BENGALI,
      CHAKMA,
      DEVANAGARI,
      GRANTHA,
      GUJARATI,
      GURMUKHI,
      HANIFI_ROHINGYA,
      JAVANESE,
      KANNADA,
      KHMER,
      LAO,
      MALAYALAM,
      MANDAIC,
      MEETEI_MAYEK,
      MONGOLIAN,
      MYANMAR,
      NKO,
      ORIYA,
      PHAGS_PA,
      SINHALA,
      SUNDANESE,
      SYRIAC,
      TAI_LE,
      TAI_THAM,
      TAI_VIET,
      TAMIL,
      TELUGU,
      THAI,
      TIBETAN,
      TIRHUTA);

  // England, Scotland and Wales: a black flag, the letters of the region and an end mark.
  private static final Pattern TAGS_OUTSIDE_FLAGS =
      Pattern.compile("(\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{1,6}\\x{E007F})"
          + "|[\\x{E0000}-\\x{E007F}]");

  /** Letters of Hangul and Braille that are drawn as nothing. */
  private static final Set<Integer> BLANK_LETTERS =
      Set.of(0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  private InvisibleCharacters() {}

  /** Without them, except where a script, an emoji or a flag of a region is written with them. */
  static String strip(String text) {
    if (text.chars().noneMatch(InvisibleCharacters::mayBeInvisible)) {
      return text;
    }
    int[] typed = TAGS_OUTSIDE_FLAGS
        .matcher(text)
        .replaceAll(InvisibleCharacters::flag)
        .codePoints()
        .toArray();
    var kept = new StringBuilder(text.length());
    int base = 0;
    for (int i = 0; i < typed.length; i++) {
      int c = typed[i];
      int next = i + 1 < typed.length ? typed[i + 1] : 0;
      if (!isInvisible(c) || isWrittenWith(c, base, next)) {
        kept.appendCodePoint(c);
        base = isMark(c) ? base : c;
      }
    }
    return kept.toString();
  }

  /** Embeddings, overrides and isolates: they can reverse what is read, also beyond their text. */
  static boolean isDirectionControl(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Whether anything of the text would be drawn. */
  static boolean isBlank(String text) {
    return text.codePoints().noneMatch(InvisibleCharacters::isVisible);
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String flag(MatchResult found) {
    return found.group(1) == null ? "" : found.group(1);
  }

  private static boolean mayBeInvisible(int unit) {
    return (unit >= 0x200B && unit <= 0x206F) || unit == 0xFEFF || unit == 0xDB40;
  }

  private static boolean isInvisible(int c) {
    return (c >= ZERO_WIDTH_SPACE && c <= 0x200F)
        || c == 0x2060
        || c == 0xFEFF
        || isDirectionControl(c);
  }

  private static boolean isWrittenWith(int c, int base, int next) {
    if (c == ZERO_WIDTH_SPACE) {
      return hasJoiners(base) && hasJoiners(next);
    }
    if (isInvisible(base)) {
      return false;
    }
    if (c == JOINER && isPictograph(base) && isPictograph(next)) {
      return true;
    }
    return (c == JOINER || c == NON_JOINER) && (hasJoiners(base) || hasJoiners(next));
  }

  private static boolean hasJoiners(int c) {
    return SCRIPTS_WITH_JOINERS.contains(UnicodeScript.of(c));
  }

  /** The blocks that emoji are in; what else is in them does no harm beside a joiner. */
  private static boolean isPictograph(int c) {
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2190 && c <= 0x2BFF) || c == 0xE007F;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.UNASSIGNED -> false;
      default -> !isSpace(c) && !BLANK_LETTERS.contains(c);
    };
  }
}
