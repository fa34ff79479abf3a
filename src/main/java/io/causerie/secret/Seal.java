package io.causerie.secret;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be read from a copy of the database, by AES-256-GCM with keys that are not in
 * it. A value is bound to its row: it opens in no other. Without a key everything is kept as it is.
 *
 * @param keys the first one seals, and each of them opens
 */
public record Seal(List<SecretKeySpec> keys) {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String PURPOSE = "causerie seal 1";
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 1 + NONCE_BYTES;
  private static final int MOST_KEYS = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Keeps everything as it is. */
  public static final Seal OFF = new Seal(List.of());

  /**
   * The keys of one secret, or of two with a comma between. Throws IllegalArgumentException, with a
   * message that does not repeat them, for secrets that are none.
   */
  public static Seal parse(String secrets) {
    List<String> each = Stream.of(secrets.split(",", -1)).map(String::strip).toList();
    if (each.size() > MOST_KEYS
        || !each.stream().allMatch(one -> one.matches("[\\x21-\\x7e]{32,}"))) {
      throw new IllegalArgumentException("must be at least 32 visible ASCII characters without a"
          + " comma, or two such secrets with a comma between, the new one first");
    }
    return new Seal(each.stream().map(Seal::key).toList());
  }

  private static SecretKeySpec key(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  boolean isOn() {
    return !keys.isEmpty();
  }

  /** What to keep of a value in that row. */
  public Buffer close(String row, Buffer value) {
    if (!isOn()) {
      return value;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, row);
      return Buffer.buffer()
          .appendByte(VERSION)
          .appendBytes(nonce)
          .appendBytes(cipher.doFinal(value.getBytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + CIPHER, e);
    }
  }

  /**
   * The value that is kept in that row. Throws IllegalStateException for one that was not sealed with
   * one of the keys for this row.
   *
   * @param length of the value itself
   */
  public Buffer open(String row, Buffer kept, int length) {
    if (!isOn() && kept.length() == length) {
      return kept;
    }
    return opened(row, kept)
        .orElseThrow(
            () -> new IllegalStateException("what is kept in " + row + " cannot be opened"));
  }

  /**
   * The same value sealed with the first key. That very buffer where it is already, and where nothing
   * opens it: one row that was tampered with must not keep the others from being served.
   */
  Buffer renew(String row, Buffer kept, int length) {
    if (kept.length() == length) {
      return close(row, kept);
    }
    return opened(keys.get(0), row, kept).isPresent()
        ? kept
        : opened(row, kept).map(value -> close(row, value)).orElse(kept);
  }

  private Optional<Buffer> opened(String row, Buffer kept) {
    return keys.stream().flatMap(key -> opened(key, row, kept).stream()).findFirst();
  }

  private static Optional<Buffer> opened(SecretKeySpec key, String row, Buffer kept) {
    if (kept.length() < HEAD_BYTES || kept.getByte(0) != VERSION) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, kept.getBytes(1, HEAD_BYTES), row);
      return Optional.of(Buffer.buffer(cipher.doFinal(kept.getBytes(HEAD_BYTES, kept.length()))));
    } catch (GeneralSecurityException notOfThisKeyAndRow) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String row)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Never in a log by accident. */
  @Override
  public String toString() {
    return isOn() ? "Seal[on]" : "Seal[off]";
  }
}
