package io.causerie.signin.passkey;

import io.causerie.account.Session;
import io.vertx.core.buffer.Buffer;

/** The account that a passkey is for. */
record PasskeyOwner(long accountId, String name) {
  static PasskeyOwner of(Session session) {
    return new PasskeyOwner(session.accountId(), session.name());
  }

  /** What an authenticator remembers the account by. */
  Buffer handle() {
    return handle(accountId);
  }

  static Buffer handle(long accountId) {
    return Buffer.buffer().appendLong(accountId);
  }
}
