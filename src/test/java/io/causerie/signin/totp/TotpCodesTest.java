package io.causerie.signin.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of authenticator apps. */
final class TotpCodesTest {
  private static final Buffer SECRET = Buffer.buffer("12345678901234567890");

  /** RFC 6238, appendix B, for SHA-1; of its eight digits the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theVectorsOfTheStandardHold(long second, String code) {
    assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).isEqualTo(second / 30);
  }

  @Test
  void aClockMayBeHalfAMinuteOffAndNoMore() {
    String code = Totp.code(SECRET, 100);

    assertThat(step(code, 98 * 30 + 29)).isEqualTo(Totp.NONE);
    assertThat(step(code, 99 * 30)).isEqualTo(100);
    assertThat(step(code, 101 * 30 + 29)).isEqualTo(100);
    assertThat(step(code, 102 * 30)).isEqualTo(Totp.NONE);
  }

  @Test
  void secretsAreOfAHundredAndSixtyBitsAndDiffer() {
    assertThat(Totp.newSecret()).isNotEqualTo(Totp.newSecret());
    assertThat(Totp.newSecret().length()).isEqualTo(20);
  }

  @Test
  void anAppReadsTheSecretFromTheAddress() {
    TotpOffer offer = new TotpOffer(SECRET, "talk.example", "Ann & Bo é");

    assertThat(offer.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(offer.uri())
        .isEqualTo("otpauth://totp/talk.example:Ann%20%26%20Bo%20%C3%A9"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=talk.example");
  }

  private static long step(String code, long second) {
    return Totp.step(SECRET, code, Instant.ofEpochSecond(second));
  }
}
