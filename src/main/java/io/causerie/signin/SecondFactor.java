package io.causerie.signin;

import io.vertx.core.Future;

/** What an account has to prove who it is besides a password. */
public interface SecondFactor {
  /** Of who has nothing but a password. */
  SecondFactor NONE = new SecondFactor() {
    @Override
    public Future<Factors> of(long accountId) {
      return Future.succeededFuture(new Factors(false, 0, 0));
    }

    @Override
    public Future<Boolean> accepts(long accountId, String code) {
      return Future.succeededFuture(false);
    }
  };

  /**
   * What there is.
   *
   * @param totp whether a password wants a code with it
   * @param recoveryCodes how many are left
   */
  record Factors(boolean totp, int recoveryCodes, int passkeys) {}

  Future<Factors> of(long accountId);

  /** Whether a code is right now. It is used up by this. */
  Future<Boolean> accepts(long accountId, String code);
}
