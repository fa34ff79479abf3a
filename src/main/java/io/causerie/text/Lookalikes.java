package io.causerie.text;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Letters that look like others, as Unicode lists them (UTS #39). */
public final class Lookalikes {
  private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

  /** In running text the letters of other scripts do not pass for Latin ones. */
  private static final Set<UnicodeScript> SCRIPTS_LIKE_LATIN = Set.of(
      UnicodeScript.LATIN,
      UnicodeScript.CYRILLIC,
      UnicodeScript.GREEK,
      UnicodeScript.COPTIC,
      UnicodeScript.ARMENIAN,
      UnicodeScript.CHEROKEE,
      UnicodeScript.LISU);

  /** What {@link #letter} answered for characters of the first plane. */
  private static final AtomicReferenceArray<@Nullable String> KNOWN =
      new AtomicReferenceArray<>(1 << Character.SIZE);

  private Lookalikes() {}

  /**
   * Equal for texts that look the same when only letters are compared, so {@code rn} is {@code m};
   * right for names, too coarse for words.
   */
  public static String skeleton(String text) {
    return CONFUSABLES.getSkeleton(text);
  }

  /**
   * The Latin letter that a lower-case character, or its capital, looks like; of any other character
   * itself, decomposed. Latin letters without marks stay as they are.
   */
  static String letter(int c) {
    if (c < 0x80) {
      return Character.toString(c);
    }
    if (c >= KNOWN.length()) {
      return lookUp(c);
    }
    String known = KNOWN.get(c);
    if (known == null) {
      known = lookUp(c);
      KNOWN.set(c, known);
    }
    return known;
  }

  private static String lookUp(int c) {
    String itself = Character.toString(c);
    if (!SCRIPTS_LIKE_LATIN.contains(UnicodeScript.of(c))) {
      return itself;
    }
    String likeness = skeleton(itself);
    if (isLatinLetter(likeness)) {
      return likeness.toLowerCase(Locale.ROOT);
    }
    String likenessOfCapital = skeleton(itself.toUpperCase(Locale.ROOT));
    if (isLatinLetter(likenessOfCapital)) {
      return likenessOfCapital.toLowerCase(Locale.ROOT);
    }
    return likeness.codePoints().allMatch(Lookalikes::isAscii) ? itself : likeness;
  }

  private static boolean isLatinLetter(String text) {
    return text.length() == 1 && isAscii(text.charAt(0)) && Character.isLetter(text.charAt(0));
  }

  private static boolean isAscii(int c) {
    return c < 0x80;
  }
}
