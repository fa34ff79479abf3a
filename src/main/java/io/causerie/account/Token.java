package io.causerie.account;

import io.causerie.db.Sha256;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** An opaque bearer token of 256 bits. Only its {@link #hash} is ever stored. */
public record Token(String value) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Token random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  /** The token for 32 bytes that nobody else can make. */
  public static Token of(byte[] bytes) {
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256 of the token as it is sent. */
  public Buffer hash() {
    return Sha256.of(value);
  }

  /** Takes as long for a wrong guess as for a right one. */
  public boolean matches(String guess) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
  }

  /** A token is a secret: it never reaches a log by accident. */
  @Override
  public String toString() {
    return "Token[…]";
  }
}
