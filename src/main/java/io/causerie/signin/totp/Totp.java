package io.causerie.signin.totp;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of RFC 6238 as every authenticator app makes them: SHA-1, six digits, thirty seconds. */
final class Totp {
  /** What {@link #step} answers for a code of no step. */
  static final long NONE = -1;

  static final int SECRET_BYTES = 20;

  private static final int SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  /** How many steps the clock of a phone may be ahead or behind. */
  private static final int TOLERANCE = 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  static Buffer newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return Buffer.buffer(secret);
  }

  /** The newest step, around that time, that has this code; {@link #NONE} when there is none. */
  static long step(Buffer secret, String code, Instant time) {
    long now = Math.floorDiv(time.getEpochSecond(), (long) SECONDS);
    for (long step = now + TOLERANCE; step >= now - TOLERANCE; step--) {
      if (isSame(code(secret, step), code)) {
        return step;
      }
    }
    return NONE;
  }

  static String code(Buffer secret, long step) {
    ByteBuffer hash = ByteBuffer.wrap(hmac(secret, step));
    int offset = hash.get(hash.capacity() - 1) & 0xf;
    int number = hash.getInt(offset) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%06d", number % MODULUS);
  }

  private static byte[] hmac(Buffer secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }

  private static boolean isSame(String ours, String theirs) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
  }
}
