package io.causerie.signin;

import io.causerie.account.AccountName;
import io.causerie.http.JsonFields;
import io.causerie.signin.password.NewPassword;
import org.jspecify.annotations.Nullable;

/**
 * Credentials as sent, checked for form.
 *
 * @param name empty where it is known already
 * @param code of the second factor; null without one
 */
public record Credentials(String name, String password, @Nullable String code) {
  private static final int LONGEST_CODE = 64;

  /** Fails with INVALID, naming every bad field. */
  static Credentials toSignIn(JsonFields json) {
    return checked(AccountName.from(json), json);
  }

  /** Of the signed-in account. Fails with INVALID, naming every bad field. */
  static Credentials toConfirm(JsonFields json) {
    return checked("", json);
  }

  private static Credentials checked(String name, JsonFields json) {
    var credentials = new Credentials(name, json.required("password"), code(json));
    if (credentials.password().length() > NewPassword.LONGEST_CHARS) {
      json.error("password", "must be at most " + NewPassword.LONGEST + " characters");
    }
    json.check();
    return credentials;
  }

  private static @Nullable String code(JsonFields json) {
    String code = json.string("code");
    if (code == null || code.isBlank()) {
      return null;
    }
    checkLength(code, json);
    return code.strip();
  }

  public static void checkLength(String code, JsonFields json) {
    if (code.length() > LONGEST_CODE) {
      json.error("code", "must be at most " + LONGEST_CODE + " characters");
    }
  }

  /** Never in a log by accident. */
  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
