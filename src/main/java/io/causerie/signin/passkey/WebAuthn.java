package io.causerie.signin.passkey;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.webauthn4j.RelyingParty;
import io.vertx.ext.auth.webauthn4j.ResidentKey;
import io.vertx.ext.auth.webauthn4j.UserVerification;
import io.vertx.ext.auth.webauthn4j.WebAuthn4J;
import io.vertx.ext.auth.webauthn4j.WebAuthn4JCredentials;
import io.vertx.ext.auth.webauthn4j.WebAuthn4JOptions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What browsers are asked about passkeys, and whether they answer right: Vert.x does both, off the
 * event loop. It knows of each ceremony only the passkeys that this is about, and keeps nothing.
 */
public final class WebAuthn {
  private static final long DEADLINE_MILLIS = 4_500;

  /** An answer that proves nothing. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private Refused(Throwable why) {
      super(why.toString(), why, false, false);
    }

    static Refused because(Throwable failure) {
      @Nullable Throwable cause = failure.getCause();
      return new Refused(failure instanceof CompletionException && cause != null ? cause : failure);
    }
  }

  private final Vertx vertx;
  private final WebAuthn4JOptions options;

  public WebAuthn(Vertx vertx) {
    this.vertx = vertx;
    // Without an id the relying party is the host of the origin that each answer has to come from.
    this.options = new WebAuthn4JOptions()
        .setRelyingParty(new RelyingParty().setName("Causerie"))
        .setResidentKey(ResidentKey.REQUIRED)
        .setUserVerification(UserVerification.REQUIRED)
        .setTimeoutInMilliseconds(CeremonyStore.LIFE.toMillis())
        .setExtensions(new JsonObject());
  }

  /**
   * The options of a new passkey, as {@code parseCreationOptionsFromJSON} takes them.
   *
   * @param existing those that the account has: their authenticators are left out
   */
  Future<JsonObject> toCreate(PasskeyOrigin origin, PasskeyOwner holder, List<Passkey> existing) {
    JsonObject user = new JsonObject().put("name", holder.name()).put("displayName", holder.name());
    return run(existing, webAuthn -> webAuthn.createCredentialsOptions(user)).map(asked -> {
      asked.getJsonObject("rp").put("id", origin.id());
      asked.getJsonObject("user").put("id", Credential.encoded(holder.handle()));
      return asked;
    });
  }

  /**
   * The options to sign something, as {@code parseRequestOptionsFromJSON} takes them.
   *
   * @param allowed empty for whatever the browser holds for this origin
   */
  Future<JsonObject> toSign(PasskeyOrigin origin, List<Passkey> allowed) {
    JsonArray descriptors = new JsonArray();
    allowed.forEach(passkey -> descriptors.add(new JsonObject()
        .put("type", "public-key")
        .put("id", Credential.encoded(passkey.key().credentialId()))));
    return run(List.of(), webAuthn -> webAuthn.getCredentialsOptions(null))
        .map(asked -> asked.put("rpId", origin.id()).put("allowCredentials", descriptors));
  }

  /** The key that was made. Fails with {@link Refused}. */
  Future<Passkey.Key> created(PasskeyOrigin origin, String challenge, Credential answer) {
    // Without a name, any name, nothing is registered.
    return answered(List.of(), credentials(origin, challenge, answer).setUsername(origin.id()))
        .map(made -> new Passkey.Key(
            Credential.decoded(made.getString("credID")),
            Credential.decoded(made.getString("publicKey")),
            UUID.fromString(made.getString("aaguid")),
            made.getLong("counter")));
  }

  /** How often the authenticator says that it has signed. Fails with {@link Refused}. */
  Future<Long> signed(PasskeyOrigin origin, String challenge, Credential answer, Passkey passkey) {
    return answered(List.of(passkey), credentials(origin, challenge, answer))
        .map(used -> used.getLong("counter"));
  }

  private static WebAuthn4JCredentials credentials(
      PasskeyOrigin origin, String challenge, Credential answer) {
    return new WebAuthn4JCredentials()
        .setOrigin(origin.origin())
        .setChallenge(challenge)
        .setWebauthn(answer.json());
  }

  private Future<JsonObject> answered(List<Passkey> held, WebAuthn4JCredentials credentials) {
    return run(held, webAuthn -> Future.succeededFuture(credentials.getWebauthn())
        .compose(answer -> {
          UserPresence.require(answer);
          return webAuthn.authenticate(credentials);
        })
        .map(user -> user.principal())
        .recover(failure -> Future.failedFuture(Refused.because(failure))));
  }

  private <T> Future<T> run(List<Passkey> held, Function<WebAuthn4J, Future<T>> ceremony) {
    return vertx
        .executeBlocking(
            () -> ceremony.apply(
                WebAuthn4J.create(vertx, options).credentialStorage(new HeldPasskeys(held))),
            false)
        .compose(Function.identity())
        .timeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
