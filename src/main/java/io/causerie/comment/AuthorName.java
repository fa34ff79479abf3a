package io.causerie.comment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name under which somebody writes. */
final class AuthorName {
  private static final int LONGEST = 60;
  private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
  private static final Pattern CHARACTER = Pattern.compile("\\X");
  private static final Pattern NOTHING_TO_SEE =
      Pattern.compile("[\\p{C}\\p{Z}\\p{M}\\u2800\\u3164]*");

  private AuthorName() {}

  static String normalise(String typed) {
    return SPACES.matcher(VisibleText.of(typed)).replaceAll(" ").strip();
  }

  /** What is wrong with a normalised name; null when nothing is. */
  static @Nullable String problem(String name) {
    if (NOTHING_TO_SEE.matcher(name).matches()) {
      return "is required";
    }
    if (CHARACTER.matcher(name).results().count() > LONGEST) {
      return "is longer than " + LONGEST + " characters";
    }
    return name.codePoints().anyMatch(AuthorName::isForbidden)
        ? "has a control character or one that changes the direction of text"
        : null;
  }

  private static boolean isForbidden(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || VisibleText.isBidiControl(point);
  }
}
