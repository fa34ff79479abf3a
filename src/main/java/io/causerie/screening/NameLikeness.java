package io.causerie.screening;

import com.ibm.icu.text.Normalizer2;
import io.causerie.cache.Sizes;
import io.causerie.text.FoldedText;
import io.causerie.text.Lookalikes;
import java.util.Locale;

/**
 * What a name looks like. Spaces, punctuation and invisible characters do not count.
 *
 * @param small without case and look-alikes
 * @param capital the capitals without look-alikes, where 1 is I
 * @param typed with its case and without look-alikes, where a small l is a capital i
 */
record NameLikeness(String small, String capital, String typed) {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFKC_CASE_FOLDED = Normalizer2.getNFKCCasefoldInstance();

  static NameLikeness of(String name) {
    String capitals = NFKC_CASE_FOLDED.normalize(name).toUpperCase(Locale.ROOT);
    return new NameLikeness(
        letters(Lookalikes.skeleton(FoldedText.of(name)).toLowerCase(Locale.ROOT)),
        letters(Lookalikes.skeleton(capitals)),
        letters(Lookalikes.skeleton(NFKC.normalize(name))));
  }

  /** What it takes in the heap. */
  int bytes() {
    return Sizes.OBJECT + Sizes.of(small) + Sizes.of(capital) + Sizes.of(typed);
  }

  boolean isLike(NameLikeness other) {
    return !small.isEmpty()
        && (small.equals(other.small)
            || capital.equals(other.capital)
            || typed.equals(other.typed)
            || typed.equals(other.capital));
  }

  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(NameLikeness::isInNames).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean isInNames(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetterOrDigit(c);
    };
  }
}
