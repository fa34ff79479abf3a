package io.causerie.signin.passkey;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import io.causerie.core.Id;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for passkeys and takes the answers: a challenge goes out, is kept, and comes back once. */
public final class PasskeyCeremonies {
  private static final Logger LOG = LoggerFactory.getLogger(PasskeyCeremonies.class);

  private final WebAuthn webAuthn;
  private final CeremonyStore ceremonies;
  private final PasskeyStore passkeys;

  public PasskeyCeremonies(WebAuthn webAuthn, CeremonyStore ceremonies, PasskeyStore passkeys) {
    this.webAuthn = webAuthn;
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
  }

  public Future<JsonObject> askToSignIn(PasskeyOrigin origin) {
    return webAuthn.toSign(origin, List.of()).compose(asked -> begin(Purpose.SIGN_IN, null, asked));
  }

  /** Fails with CONFLICT for an account without a passkey. */
  public Future<JsonObject> askToConfirm(PasskeyOrigin origin, long accountId) {
    return passkeys
        .list(accountId)
        .compose(owned -> owned.isEmpty()
            ? Future.failedFuture(Problem.conflict("your account has no passkey"))
            : webAuthn.toSign(origin, owned))
        .compose(asked -> begin(Purpose.CONFIRM, accountId, asked));
  }

  Future<JsonObject> askToRegister(PasskeyOrigin origin, PasskeyOwner holder) {
    return passkeys
        .list(holder.accountId())
        .compose(owned -> webAuthn.toCreate(origin, holder, owned))
        .compose(asked -> begin(Purpose.REGISTER, holder.accountId(), asked));
  }

  /** Whose passkey it is. Fails with UNAUTHENTICATED for what proves nothing, INVALID for an old ceremony. */
  public Future<Long> signIn(PasskeyOrigin origin, PasskeyAnswer answer) {
    return ceremonies
        .finish(Purpose.SIGN_IN, null, answer.ceremony())
        .compose(challenge -> signed(origin, challenge, answer.credential(), null));
  }

  /** Fails as {@link #signIn} does, also for the passkey of another account. */
  public Future<Void> confirm(PasskeyOrigin origin, long accountId, PasskeyAnswer answer) {
    return ceremonies
        .finish(Purpose.CONFIRM, accountId, answer.ceremony())
        .compose(challenge -> signed(origin, challenge, answer.credential(), accountId))
        .mapEmpty();
  }

  /** Fails with INVALID for what proves nothing, with CONFLICT for one too many. */
  Future<Passkey> register(PasskeyOrigin origin, long accountId, NewPasskey made) {
    return ceremonies
        .finish(Purpose.REGISTER, accountId, made.ceremony())
        .compose(challenge -> webAuthn.created(origin, challenge, made.credential()))
        .recover(failure -> failed(failure, Problem.invalid("credential", "proves no new passkey")))
        .compose(key -> passkeys.add(accountId, made.name(), key));
  }

  private Future<JsonObject> begin(Purpose purpose, @Nullable Long accountId, JsonObject asked) {
    return ceremonies
        .begin(purpose, accountId, asked.getString("challenge"))
        .map(ceremony -> new JsonObject().put("ceremony", ceremony).put("publicKey", asked));
  }

  /** @param expected the account that the passkey must belong to; null for any */
  private Future<Long> signed(
      PasskeyOrigin origin, String challenge, Credential answer, @Nullable Long expected) {
    return passkeys
        .find(answer.id())
        .map(found -> found
            .filter(passkey -> isOf(passkey, answer, expected))
            .orElseThrow(PasskeyCeremonies::wrong))
        .compose(passkey -> webAuthn
            .signed(origin, challenge, answer, passkey)
            .compose(signCount -> passkeys.use(passkey, signCount))
            .map(used -> accountOf(passkey, used))
            .onFailure(failure -> tellOfCopies(passkey, failure)))
        .recover(failure -> failed(failure, wrong()));
  }

  private static boolean isOf(Passkey passkey, Credential answer, @Nullable Long expected) {
    if (expected != null && expected != passkey.accountId()) {
      return false;
    }
    return answer.userHandle() == null
        ? expected != null
        : Objects.equals(answer.userHandle(), PasskeyOwner.handle(passkey.accountId()));
  }

  private static long accountOf(Passkey passkey, boolean used) {
    if (!used) {
      throw wrong();
    }
    return passkey.accountId();
  }

  private static void tellOfCopies(Passkey passkey, Throwable failure) {
    if (failure.getCause() instanceof MaliciousCounterValueException) {
      LOG.warn(
          "passkey {} of account {} has counted back, as a copy of it would: refused",
          Id.format(passkey.id()),
          Id.format(passkey.accountId()));
    }
  }

  private static <T> Future<T> failed(Throwable failure, Problem refusal) {
    return Future.failedFuture(failure instanceof WebAuthn.Refused ? refusal : failure);
  }

  private static Problem wrong() {
    return Problem.unauthenticated("credential", "is not a passkey of an account here");
  }
}
