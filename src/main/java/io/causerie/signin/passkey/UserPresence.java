package io.causerie.signin.passkey;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What WebAuthn requires of every answer and Vert.x does not check: that a user was present (7.1 and
 * 7.2 of Web Authentication Level 3), and that the page was in no frame of another origin.
 */
final class UserPresence {
  /** Behind the SHA-256 of the origin's name. */
  private static final int FLAGS = 32;

  private static final int USER_PRESENT = 1;
  private static final AttestationObjectConverter ATTESTATION =
      new AttestationObjectConverter(new ObjectConverter());

  private UserPresence() {}

  /**
   * Throws some RuntimeException for an answer without it or that cannot be read.
   *
   * @param credential as {@link Credential#json()} has it
   */
  static void require(JsonObject credential) {
    JsonObject response = credential.getJsonObject("response");
    JsonObject client = new JsonObject(Credential.decoded(response.getString("clientDataJSON")));
    if (client.getBoolean("crossOrigin", false) || client.getValue("topOrigin") != null) {
      throw new IllegalArgumentException("the page was in a frame of another origin");
    }
    if ((authenticatorData(response).getByte(FLAGS) & USER_PRESENT) == 0) {
      throw new IllegalArgumentException("nobody was there");
    }
  }

  private static Buffer authenticatorData(JsonObject response) {
    @Nullable String signed = response.getString("authenticatorData");
    return signed == null
        ? Buffer.buffer(ATTESTATION.extractAuthenticatorData(
            Credential.decoded(response.getString("attestationObject")).getBytes()))
        : Credential.decoded(signed);
  }
}
