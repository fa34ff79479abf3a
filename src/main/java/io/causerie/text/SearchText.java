package io.causerie.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a comment is found by, in a form that PostgreSQL's {@code simple} configuration can split: case
 * and compatibility are folded, marks are kept. A script that is written without spaces has no words
 * to find, so a run of it is told by its overlapping pairs of characters and the last one alone.
 */
public final class SearchText {
  /** The search words of every comment with a lower version are made again. */
  public static final int VERSION = 1;

  private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
  private static final int LONGEST_WORD = 64;
  private static final BitSet WITHOUT_SPACES = new BitSet();

  static {
    for (int script : new int[] {
      UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.BOPOMOFO, UScript.YI,
      UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR, UScript.TIBETAN,
      UScript.JAVANESE, UScript.BALINESE, UScript.TAI_LE, UScript.NEW_TAI_LUE, UScript.LANNA,
      UScript.TAI_VIET, UScript.CHAM
    }) {
      WITHOUT_SPACES.set(script);
    }
  }

  private SearchText() {}

  /** For {@code to_tsvector('simple', …)}. */
  public static String of(String authorName, String body) {
    return runs(authorName + " " + body).stream()
        .flatMap(run -> run.terms().stream())
        .collect(Collectors.joining(" "));
  }

  /**
   * For {@code to_tsquery('simple', …)}: all words have to be there, of the last one the beginning.
   * Empty when there is nothing to search for. Only letters, digits and marks come through, so
   * nothing that is typed is an operator of the search.
   */
  public static String query(String typed) {
    List<Run> runs = runs(typed);
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      terms.addAll(runs.get(i).wanted(i == runs.size() - 1));
    }
    return terms.stream().distinct().collect(Collectors.joining(" & "));
  }

  /** Characters of one kind beside each other. */
  private record Run(boolean withoutSpaces, String text) {
    List<String> terms() {
      List<String> terms = pairs();
      terms.add(
          withoutSpaces ? text.substring(text.offsetByCodePoints(text.length(), -1)) : word());
      return terms;
    }

    List<String> wanted(boolean last) {
      if (!withoutSpaces) {
        return List.of(quoted(word()) + (last ? ":*" : ""));
      }
      List<String> pairs = pairs();
      return pairs.isEmpty()
          ? List.of(quoted(text) + ":*")
          : pairs.stream().map(Run::quoted).toList();
    }

    private List<String> pairs() {
      List<String> pairs = new ArrayList<>();
      int start = 0;
      for (int middle = after(start); withoutSpaces && middle < text.length(); ) {
        int end = after(middle);
        pairs.add(text.substring(start, end));
        start = middle;
        middle = end;
      }
      return pairs;
    }

    private String word() {
      int length = text.codePointCount(0, text.length());
      return text.substring(0, text.offsetByCodePoints(0, Math.min(length, LONGEST_WORD)));
    }

    private int after(int index) {
      return text.offsetByCodePoints(index, 1);
    }

    private static String quoted(String term) {
      return "'" + term + "'";
    }
  }

  private static List<Run> runs(String text) {
    int[] folded = fold(text).codePoints().toArray();
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < folded.length; ) {
      boolean withoutSpaces = WITHOUT_SPACES.get(UScript.getScript(folded[i]));
      int start = i;
      while (i < folded.length && continues(folded[i], withoutSpaces)) {
        i++;
      }
      if (i == start) {
        i++;
      } else {
        runs.add(new Run(withoutSpaces, new String(folded, start, i - start)));
      }
    }
    return runs;
  }

  /** What the capital of an i is depends on the language, so all letters i are one. */
  private static String fold(String text) {
    return FOLDING.normalize(text).replace("i\u0307", "i").replace('ı', 'i');
  }

  /** Marks and letters of no script, such as the prolonged sound mark, are of the run they are in. */
  private static boolean continues(int codePoint, boolean withoutSpaces) {
    if (!isPartOfWords(codePoint)) {
      return false;
    }
    int script = UScript.getScript(codePoint);
    if (script == UScript.COMMON || script == UScript.INHERITED) {
      return !(withoutSpaces && UCharacter.isDigit(codePoint));
    }
    return WITHOUT_SPACES.get(script) == withoutSpaces;
  }

  private static boolean isPartOfWords(int codePoint) {
    return switch (UCharacter.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
        true;
      default -> UCharacter.isLetterOrDigit(codePoint);
    };
  }
}
