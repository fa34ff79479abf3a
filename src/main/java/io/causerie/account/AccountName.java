package io.causerie.account;

import io.causerie.http.JsonFields;
import io.causerie.text.AuthorName;
import org.jspecify.annotations.Nullable;

/** The name of an account, as somebody types it. */
public final class AccountName {
  /** Room for what is taken out or put together; more than that is looked at by nobody. */
  private static final int MOST_TYPED = 4_000;

  private AccountName() {}

  /** Normalised. Empty when it can be nobody's (which is an error). */
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
