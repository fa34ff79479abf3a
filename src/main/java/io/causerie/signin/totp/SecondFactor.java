package io.causerie.signin.totp;

import io.vertx.core.Future;

/** The second factor of an account, beside its password. */
public interface SecondFactor {
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

  /** Whether it is a recovery code that is left. It stays so. */
  Future<Boolean> isRecoveryCode(long accountId, String code);
}
