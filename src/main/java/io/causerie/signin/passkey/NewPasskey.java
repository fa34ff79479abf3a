package io.causerie.signin.passkey;

import io.causerie.http.JsonFields;

/** A passkey that a browser has made for an account, checked for form. */
record NewPasskey(String ceremony, String name, Credential credential) {
  private static final int LONGEST_NAME = 100;

  /** Fails with INVALID, naming every bad field. */
  static NewPasskey from(JsonFields json) {
    var passkey = new NewPasskey(
        PasskeyAnswer.ceremony(json), json.line("name", LONGEST_NAME), Credential.created(json));
    json.check();
    return passkey;
  }
}
