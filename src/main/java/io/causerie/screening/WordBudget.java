package io.causerie.screening;

import io.causerie.site.Setting;
import io.causerie.text.FoldedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large lists of words may be in the form in which they are compared: a single letter may stand for
 * eighteen. What is within it is compiled to a few mebibytes.
 */
public final class WordBudget {
  static final int LONGEST_WORD = 200;
  static final int LONGEST_LIST = 250_000;

  private static final int LONGEST_QUOTE = 20;

  private WordBudget() {}

  /** What is wrong with a value for a setting; null when nothing is. */
  public static @Nullable String problem(Setting<?> setting, Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    int characters = 0;
    for (int i = 0; i < list.size(); i++) {
      String word = String.valueOf(list.get(i));
      String folded = FoldedText.pattern(word);
      characters += folded.length();
      if (letters(folded) > LONGEST_WORD) {
        return "has a text that becomes longer than %d characters when it is compared: [%d] %s"
            .formatted(LONGEST_WORD, i, quoted(word));
      }
      if (characters > LONGEST_LIST) {
        return "becomes longer than %d characters altogether when it is compared, from [%d] %s on"
            .formatted(LONGEST_LIST, i, quoted(word));
      }
    }
    return null;
  }

  /** What parts them is not the author's. */
  private static long letters(String folded) {
    return folded
        .chars()
        .filter(c -> c != FoldedText.INNER && c != FoldedText.BREAK)
        .count();
  }

  private static String quoted(String word) {
    int length = word.codePointCount(0, word.length());
    return length <= LONGEST_QUOTE
        ? "\"" + word + "\""
        : "\"" + word.substring(0, word.offsetByCodePoints(0, LONGEST_QUOTE)) + "…\"";
  }
}
