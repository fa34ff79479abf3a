package io.causerie.text;

import static java.lang.Character.UnicodeScript.*;

import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * A text in the form in which words are compared: without case, compatibility forms, invisible
 * characters and look-alikes, and with its words parted by {@link #INNER} or {@link #BREAK}, also
 * before the first and after the last.
 */
public final class FoldedText {
  /** Around each character of a script that is written without spaces. */
  public static final char INNER = ' ';
  /** For spaces and punctuation. */
  public static final char BREAK = '\n';
  /** Stands for any letters, in {@link #pattern} only. */
  public static final char WILDCARD = '*';

  private static final Normalizer2 NFKC_CASE_FOLDED = Normalizer2.getNFKCCasefoldInstance();

  private static final Set<UnicodeScript> SCRIPTS_WITHOUT_SPACES =
      Set.of(HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TAI_LE, JAVANESE, YI);

  private final boolean hasWildcards;
  private final StringBuilder folded = new StringBuilder().append(BREAK);
  private boolean afterLone;

  private FoldedText(boolean hasWildcards) {
    this.hasWildcards = hasWildcards;
  }

  public static String of(String text) {
    return new FoldedText(false).fold(text);
  }

  /** The same for what is looked for in folded texts; an asterisk stays. */
  public static String pattern(String text) {
    return new FoldedText(true).fold(text);
  }

  private String fold(String text) {
    NFKC_CASE_FOLDED.normalize(text).codePoints().forEach(this::add);
    part(BREAK);
    mendDigits();
    return folded.toString();
  }

  private void add(int c) {
    if (isMark(c)) {
      addMark(c);
    } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL) {
      addLetter(c);
    } else if (hasWildcards && c == WILDCARD) {
      folded.append(WILDCARD);
      afterLone = false;
    } else {
      part(BREAK);
      afterLone = false;
    }
  }

  private void addMark(int c) {
    if (!isParted()) {
      folded.append(Lookalikes.letter(c));
    }
  }

  private void addLetter(int c) {
    boolean lone = standsAlone(c);
    if (lone || afterLone) {
      part(INNER);
    }
    folded.append(Lookalikes.letter(c));
    afterLone = lone;
  }

  private void part(char by) {
    int last = folded.length() - 1;
    if (folded.charAt(last) == INNER) {
      folded.setCharAt(last, by);
    } else if (!isParted() && (by == BREAK || folded.charAt(last) != WILDCARD)) {
      folded.append(by);
    }
  }

  private boolean isParted() {
    char last = folded.charAt(folded.length() - 1);
    return last == INNER || last == BREAK;
  }

  /** Beside a letter, 0 reads as o and 1 as l. */
  private void mendDigits() {
    for (int i = 1; i < folded.length() - 1; i++) {
      char c = folded.charAt(i);
      if ((c == '0' || c == '1') && (isLatin(i - 1) || isLatin(i + 1))) {
        folded.setCharAt(i, c == '0' ? 'o' : 'l');
      }
    }
  }

  private boolean isLatin(int index) {
    char c = folded.charAt(index);
    return c >= 'a' && c <= 'z';
  }

  private static boolean standsAlone(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL
        || SCRIPTS_WITHOUT_SPACES.contains(UnicodeScript.of(c));
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
        true;
      default -> false;
    };
  }
}
