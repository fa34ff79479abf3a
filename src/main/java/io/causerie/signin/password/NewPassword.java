package io.causerie.signin.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import io.causerie.http.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for a new password. */
public final class NewPassword {
  public static final int LONGEST = 256;
  /** A character beyond the first 65,536 counts as two. */
  public static final int LONGEST_CHARS = 2 * LONGEST;

  private static final int SHORTEST = 12;
  private static final int STRONG_ENOUGH = 3;
  /**
   * Judging takes seconds for some long ones, and those that begin well are good: forty characters
   * have the best score long before they end, unless they repeat themselves.
   */
  private static final int JUDGED = 40;

  private NewPassword() {}

  /** The password of that name in a request; what is wrong with its form is noted there. */
  public static String from(JsonFields json) {
    String password = json.required("password");
    int length = password.codePointCount(0, password.length());
    if (!password.isEmpty() && length < SHORTEST) {
      json.error("password", "must be at least " + SHORTEST + " characters");
    } else if (length > LONGEST) {
      json.error("password", "must be at most " + LONGEST + " characters");
    }
    return password;
  }

  /** What to do about a password that is easily guessed; null for a good one. Takes a while. */
  static @Nullable String weakness(String password, String accountName) {
    String judged = password.length() > JUDGED ? password.substring(0, JUDGED) : password;
    Strength strength = new Zxcvbn().measure(judged, List.of(accountName, "causerie"));
    return strength.getScore() >= STRONG_ENOUGH
        ? null
        : "is easily guessed: take four or more words that have nothing to do with each other, or let a"
            + " password manager make one";
  }
}
