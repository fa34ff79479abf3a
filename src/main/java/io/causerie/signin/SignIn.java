package io.causerie.signin;

import io.causerie.account.Account;
import io.causerie.account.AccountStore;
import io.causerie.core.Id;
import io.causerie.http.Problem;
import io.causerie.signin.password.Passwords;
import io.causerie.signin.totp.SecondFactors;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Authenticates an account: password first, then the second factor. */
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private final AccountStore accounts;
  private final Passwords passwords;
  private final SecondFactors secondFactors;

  public SignIn(AccountStore accounts, Passwords passwords, SecondFactors secondFactors) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.secondFactors = secondFactors;
  }

  /**
   * Fails with UNAUTHENTICATED or SECOND_FACTOR_REQUIRED.
   *
   * @param isKnown whether the browser has proved before that it belongs to the account
   */
  Future<Account> identify(Credentials given, boolean isKnown) {
    return accounts
        .find(given.name())
        .compose(account -> prove(account.orElse(null), given, isKnown));
  }

  /** The same for the account of a session. */
  Future<Account> identify(long accountId, Credentials given) {
    return accounts.get(accountId).compose(account -> prove(account, given, true));
  }

  /** Whether what was given has a recovery code of the account in it. The code stays good. */
  Future<Boolean> hasRecoveryCode(Credentials given) {
    @Nullable String code = given.code();
    return code == null
        ? Future.succeededFuture(false)
        : accounts
            .find(given.name())
            .compose(account ->
                secondFactors.isRecoveryCode(account.map(Account::id).orElse(Id.NONE), code));
  }

  private Future<Account> prove(@Nullable Account account, Credentials given, boolean isKnown) {
    @Nullable String hash = account == null ? null : account.passwordHash();
    return passwords
        .matches(given.password(), hash, isKnown)
        .map(matches -> Optional.ofNullable(matches ? account : null).orElseThrow(SignIn::wrong))
        .compose(proved -> renewHash(proved, given))
        .compose(proved -> proveMore(proved, given.code()));
  }

  private static Problem wrong() {
    return Problem.unauthenticated("the name or the password is wrong");
  }

  /** A failure is logged and does not fail the sign-in. */
  private Future<Account> renewHash(Account account, Credentials given) {
    @Nullable String hash = account.passwordHash();
    if (hash == null || !passwords.isOutdated(hash)) {
      return Future.succeededFuture(account);
    }
    return passwords
        .hash(given.password())
        .compose(renewed -> accounts.replaceHash(account, renewed))
        .onFailure(failure -> LOG.warn("a password was not rehashed: {}", failure.toString()))
        .otherwiseEmpty()
        .map(renewed -> account);
  }

  private Future<Account> proveMore(Account account, @Nullable String code) {
    return secondFactors.of(account.id()).compose(factors -> {
      if (!factors.totp()) {
        return Future.succeededFuture(account);
      }
      return code == null
          ? Future.failedFuture(Problem.secondFactorRequired())
          : secondFactors.accepts(account.id(), code).map(accepted -> {
            if (!accepted) {
              throw Problem.unauthenticated("code", "is wrong or was used before");
            }
            return account;
          });
    });
  }
}
