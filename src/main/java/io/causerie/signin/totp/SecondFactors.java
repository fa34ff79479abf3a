package io.causerie.signin.totp;

import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/** Codes beside the password: of an authenticator app, and for recovery. Each is taken once. */
public final class SecondFactors {
  /**
   * What an account has beside its password.
   *
   * @param totp whether a password needs a code with it
   * @param recoveryCodes how many are left
   */
  public record Factors(boolean totp, int recoveryCodes, int passkeys) {}

  private static final Pattern OF_AN_APP = Pattern.compile("[0-9]{6}");
  private static final Pattern FOR_RECOVERY = Pattern.compile("[0-9A-Za-z]{5}-?[0-9A-Za-z]{5}");
  private static final Pattern SPACES = Pattern.compile("\\s");

  private final SecondFactorStore store;
  private final RecoveryCodes recoveryCodes;
  private final InstantSource clock;

  public SecondFactors(SecondFactorStore store, RecoveryCodes recoveryCodes, InstantSource clock) {
    this.store = store;
    this.recoveryCodes = recoveryCodes;
    this.clock = clock;
  }

  public Future<Factors> of(long accountId) {
    return store.count(accountId);
  }

  /** Whether a code is right now. It is used up by this. */
  public Future<Boolean> accepts(long accountId, String typed) {
    String code = SPACES.matcher(typed).replaceAll("");
    if (OF_AN_APP.matcher(code).matches()) {
      return takeOfApp(accountId, code);
    }
    return FOR_RECOVERY.matcher(code).matches()
        ? recoveryCodes
            .hash(accountId, code)
            .compose(hash -> store.useRecoveryCode(accountId, hash))
        : Future.succeededFuture(false);
  }

  /** Whether it is a recovery code that is left. It stays so. */
  public Future<Boolean> isRecoveryCode(long accountId, String typed) {
    String code = SPACES.matcher(typed).replaceAll("");
    return FOR_RECOVERY.matcher(code).matches()
        ? recoveryCodes
            .hash(accountId, code)
            .compose(hash -> store.hasRecoveryCode(accountId, hash))
        : Future.succeededFuture(false);
  }

  /** A new secret for an app. Nothing changes until {@link #turnOn}. */
  public Future<TotpOffer> offer(long accountId, String issuer, String name) {
    Buffer secret = Totp.newSecret();
    return store.offer(accountId, secret).map(kept -> new TotpOffer(secret, issuer, name));
  }

  /** The recovery codes, shown this once. Fails with INVALID for a code that is not of the offered secret. */
  public Future<List<String>> turnOn(long accountId, String code) {
    List<String> codes = RecoveryCodes.make();
    return store.offered(accountId).compose(secret -> {
      if (secret == null) {
        return Future.failedFuture(
            Problem.conflict("no secret waits for a code: ask for a new one first"));
      }
      long step = Totp.step(secret.value(), SPACES.matcher(code).replaceAll(""), clock.instant());
      return step == Totp.NONE
          ? Future.failedFuture(Problem.invalid("code", "is not what the app shows now"))
          : recoveryCodes
              .hashes(accountId, codes)
              .compose(hashes -> store.turnOn(accountId, secret, step, hashes))
              .map(done -> unless(done, codes, "another secret was asked for meanwhile"));
    });
  }

  public Future<Void> turnOff(long accountId) {
    return store.turnOff(accountId);
  }

  /** Those from before are dead. Fails with CONFLICT when the second factor is off. */
  public Future<List<String>> renewRecoveryCodes(long accountId) {
    List<String> codes = RecoveryCodes.make();
    return recoveryCodes
        .hashes(accountId, codes)
        .compose(hashes -> store.replaceRecoveryCodes(accountId, hashes))
        .map(done -> unless(done, codes, "recovery codes stand in for an app: set that up first"));
  }

  private Future<Boolean> takeOfApp(long accountId, String code) {
    return store.secret(accountId).compose(secret -> {
      long step = secret == null ? Totp.NONE : Totp.step(secret.value(), code, clock.instant());
      return secret == null || step == Totp.NONE
          ? Future.succeededFuture(false)
          : store.useStep(accountId, secret, step);
    });
  }

  private static List<String> unless(boolean done, List<String> codes, String otherwise) {
    if (!done) {
      throw Problem.conflict(otherwise);
    }
    return codes;
  }
}
