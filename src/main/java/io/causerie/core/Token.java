package io.causerie.core;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** An opaque bearer token of 256 bits. Only its {@link #hash} is ever stored. */
public record Token(String value) {
  private static final int BYTES = 32;
  /** Of 32 bytes in base 64. */
  private static final int LENGTH = 43;

  /** By this, searches for leaked secrets find the tokens that may do more than write comments. */
  private static final String TEAM_PREFIX = "cau_";

  private static final SecureRandom RANDOM = new SecureRandom();

  public static Token random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  /** For a member of a site's team, or a program of theirs. */
  public static Token ofTeam() {
    return new Token(TEAM_PREFIX + random().value);
  }

  /** The token of 32 secret bytes. */
  public static Token of(byte[] bytes) {
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A guest's token that begins in the same way by chance is shorter. */
  public boolean isOfTeam() {
    return value.startsWith(TEAM_PREFIX) && value.length() == TEAM_PREFIX.length() + LENGTH;
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
