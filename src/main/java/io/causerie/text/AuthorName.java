package io.causerie.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name a comment is signed with. */
public final class AuthorName {
  private static final int LONGEST = 60;
  // A family emoji is one visible character of up to 11 code points.
  private static final int MOST_CODE_POINTS = 11 * LONGEST;

  private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
  private static final Pattern VISIBLE_CHARACTER = Pattern.compile("\\X");

  private AuthorName() {}

  /** NFC, trimmed, one space between words, without the invisible characters that no script needs. */
  public static String normalise(String typed) {
    if (typed.codePoints().anyMatch(InvisibleCharacters::isDirectionControl)) {
      return typed; // to be refused, not repaired
    }
    String visible = Normalizer.normalize(InvisibleCharacters.strip(typed), Normalizer.Form.NFC);
    return SPACES.matcher(BodyText.trim(visible)).replaceAll(" ");
  }

  /** Null when the normalised name is fine, else what is wrong with it. */
  public static @Nullable String problem(String normalised) {
    if (normalised.codePoints().anyMatch(AuthorName::isForbidden)) {
      return "must not contain line breaks, control characters or characters that turn the"
          + " direction of text";
    }
    if (InvisibleCharacters.isBlank(normalised)) {
      return "must have at least one visible character";
    }
    if (!CombiningMarks.limit(normalised).equals(normalised)) {
      return "has too many marks on one letter";
    }
    if (BodyText.length(normalised) > MOST_CODE_POINTS
        || VISIBLE_CHARACTER.matcher(normalised).results().count() > LONGEST) {
      return "must be at most " + LONGEST + " characters";
    }
    return null;
  }

  private static boolean isForbidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> true;
      default -> InvisibleCharacters.isDirectionControl(c);
    };
  }
}
