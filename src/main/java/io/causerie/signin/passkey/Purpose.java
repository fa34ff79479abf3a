package io.causerie.signin.passkey;

import java.util.Locale;

/** What a browser is asked to use a passkey for. An answer is good for what was asked only. */
enum Purpose {
  SIGN_IN,
  CONFIRM,
  REGISTER;

  /** The word in SQL. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
