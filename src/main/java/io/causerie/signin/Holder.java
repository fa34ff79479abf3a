package io.causerie.signin;

import io.causerie.account.Session;
import io.vertx.core.buffer.Buffer;

/** The account that a passkey is for. */
record Holder(long accountId, String name) {
  static Holder of(Session session) {
    return new Holder(session.accountId(), session.name());
  }

  /** What an authenticator remembers the account by. */
  Buffer handle() {
    return handle(accountId);
  }

  static Buffer handle(long accountId) {
    return Buffer.buffer().appendLong(accountId);
  }
}
