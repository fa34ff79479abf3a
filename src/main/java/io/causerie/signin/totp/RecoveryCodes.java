package io.causerie.signin.totp;

import io.causerie.secret.Secrets;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Codes for the day the device is lost: each works once. Only keyed hashes of them are kept. */
public final class RecoveryCodes {
  private static final int COUNT = 10;
  private static final int LENGTH = 10;
  /** Crockford's: no letter in it looks like a digit. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

  private final Secrets secrets;

  public RecoveryCodes(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Like {@code 4k7zq-0m9xh}, fifty bits each. */
  static List<String> make() {
    return Stream.generate(RecoveryCodes::code).distinct().limit(COUNT).toList();
  }

  Future<List<Buffer>> hashes(long accountId, List<String> codes) {
    return Future.all(codes.stream().map(code -> hash(accountId, code)).toList())
        .map(hashed -> hashed.list());
  }

  /** The same for a code however it was typed: case, hyphens, and letters that look like a digit. */
  Future<Buffer> hash(long accountId, String code) {
    return secrets.mac("recovery\0" + accountId, Buffer.buffer(normal(code)));
  }

  private static String normal(String code) {
    return BETWEEN
        .matcher(code.toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }

  private static String code() {
    StringBuilder code = new StringBuilder();
    IntStream.range(0, LENGTH)
        .forEach(i -> code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))));
    return code.insert(LENGTH / 2, '-').toString();
  }
}
