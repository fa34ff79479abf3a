package io.causerie.signin;

import io.causerie.account.AccountName;
import io.causerie.core.Token;
import io.causerie.http.JsonFields;
import io.causerie.signin.password.NewPassword;

/**
 * The answer to an invitation, checked for form.
 *
 * @param name empty for an existing account
 * @param password empty to go on as the signed-in account
 */
record Acceptance(Token token, String name, String password) {
  private static final int LONGEST_TOKEN = 128;

  /** Fails with INVALID. */
  static Token token(JsonFields json) {
    String token = json.required("token");
    if (token.length() > LONGEST_TOKEN) {
      json.error("token", "is too long for one of ours");
    }
    json.check();
    return new Token(token);
  }

  /** Whether the signed-in account is to be used. */
  static boolean isOfSession(JsonFields json) {
    return !json.has("name") && !json.has("password");
  }

  /** For an account that is there. Fails with INVALID. */
  static Acceptance ofMember(Token token, JsonFields json) {
    var acceptance = new Acceptance(token, "", NewPassword.from(json));
    json.check();
    return acceptance;
  }

  /** For a new account. Fails with INVALID, naming every bad field. */
  static Acceptance ofNewcomer(Token token, JsonFields json) {
    var acceptance = new Acceptance(token, AccountName.from(json), NewPassword.from(json));
    json.check();
    return acceptance;
  }

  /** Never in a log by accident. */
  @Override
  public String toString() {
    return "Acceptance[…]";
  }
}
