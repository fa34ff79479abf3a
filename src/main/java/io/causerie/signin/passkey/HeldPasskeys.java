package io.causerie.signin.passkey;

import io.vertx.core.Future;
import io.vertx.ext.auth.webauthn4j.Authenticator;
import io.vertx.ext.auth.webauthn4j.CredentialStorage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The passkeys that one ceremony is about. The caller keeps the outcome. */
record HeldPasskeys(List<Passkey> passkeys) implements CredentialStorage {
  @Override
  public Future<List<Authenticator>> find(
      @Nullable String userName, @Nullable String credentialId) {
    return Future.succeededFuture(passkeys.stream()
        .map(HeldPasskeys::authenticator)
        .filter(held -> credentialId == null || credentialId.equals(held.getCredID()))
        .toList());
  }

  @Override
  public Future<Void> storeCredential(Authenticator made) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> updateCounter(Authenticator used) {
    return Future.succeededFuture();
  }

  private static Authenticator authenticator(Passkey passkey) {
    Passkey.Key key = passkey.key();
    return new Authenticator()
        .setCredID(Credential.encoded(key.credentialId()))
        .setPublicKey(Credential.encoded(key.publicKey()))
        .setAaguid(key.aaguid().toString())
        .setCounter(key.signCount());
  }
}
