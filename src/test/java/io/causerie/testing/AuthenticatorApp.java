package io.causerie.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An app on somebody's phone.
 *
 * @param secret in base 32
 */
public record AuthenticatorApp(String secret) {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int DIGITS = 1_000_000;

  /** What it shows now when its clock is so many half minutes fast. */
  public String code(int fast) {
    return String.format(Locale.ROOT, "%06d", number(now() + fast));
  }

  /** Of no time about now. */
  public String wrongCode() {
    long step = now();
    int[] near =
        LongStream.rangeClosed(step - 3, step + 3).mapToInt(this::number).toArray();
    return IntStream.range(0, DIGITS)
        .filter(code -> IntStream.of(near).noneMatch(shown -> shown == code))
        .mapToObj(code -> String.format(Locale.ROOT, "%06d", code))
        .findFirst()
        .orElseThrow();
  }

  private static long now() {
    return Instant.now().getEpochSecond() / 30;
  }

  private int number(long at) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
      ByteBuffer hash =
          ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(8).putLong(at).array()));
      return (hash.getInt(hash.get(19) & 15) & Integer.MAX_VALUE) % DIGITS;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] bytes() {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < secret.length(); i++) {
      int digit = ALPHABET.indexOf(secret.charAt(i));
      number = number.shiftLeft(5).or(BigInteger.valueOf(digit));
    }
    byte[] bytes = new byte[20];
    byte[] signed = number.toByteArray();
    int length = Math.min(signed.length, bytes.length);
    System.arraycopy(signed, signed.length - length, bytes, bytes.length - length, length);
    return bytes;
  }
}
