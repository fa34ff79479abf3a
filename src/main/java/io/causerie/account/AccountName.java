package io.causerie.account;

import io.causerie.http.JsonFields;
import io.causerie.text.AuthorName;
import org.jspecify.annotations.Nullable;

/** The name of an account, as it is typed. */
public final class AccountName {
  /** Room for characters that normalising takes out or joins; what is longer is not examined. */
  private static final int MOST_TYPED = 4_000;

  private AccountName() {}

  /** Normalised. Empty when no account can be called that (which is an error). */
  public static String from(JsonFields json) {
    String typed = json.required("name");
    if (typed.length() > MOST_TYPED) {
      json.error("name", "is too long for a name");
      return "";
    }
    String name = AuthorName.normalise(typed);
    @Nullable String problem = AuthorName.problem(name);
    if (problem == null) {
      return name;
    }
    json.error("name", problem);
    return "";
  }
}
