package io.causerie.signin.passkey;

import io.causerie.http.JsonFields;

/** What a browser sends to sign in or to confirm with a passkey, checked for form. */
public record PasskeyAnswer(String ceremony, Credential credential) {
  private static final int LONGEST_CEREMONY = 43;

  /** Fails with INVALID, naming every bad field. */
  public static PasskeyAnswer from(JsonFields json) {
    var answer = new PasskeyAnswer(ceremony(json), Credential.signed(json));
    json.check();
    return answer;
  }

  /** What {@link CeremonyStore} calls the ceremony by. */
  static String ceremony(JsonFields json) {
    String ceremony = json.required("ceremony");
    if (ceremony.length() > LONGEST_CEREMONY) {
      json.error("ceremony", "is too long for one of ours");
    }
    return ceremony;
  }
}
