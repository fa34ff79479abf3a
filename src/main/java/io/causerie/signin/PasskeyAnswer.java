package io.causerie.signin;

import io.causerie.http.JsonFields;

/** What a browser sends to sign in or to confirm with a passkey, checked for form. */
record PasskeyAnswer(String ceremony, Credential credential) {
  /** Fails with INVALID, naming every bad field. */
  static PasskeyAnswer from(JsonFields json) {
    var answer = new PasskeyAnswer(json.required("ceremony"), Credential.signed(json));
    json.check();
    return answer;
  }
}
