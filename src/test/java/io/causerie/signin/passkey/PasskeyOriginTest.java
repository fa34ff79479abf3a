package io.causerie.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where browsers make passkeys. */
final class PasskeyOriginTest {
  @Test
  void passkeysBelongToTheHost() {
    assertThat(PasskeyOrigin.of("https://talk.example:8443").id()).isEqualTo("talk.example");
    assertThat(PasskeyOrigin.of("http://localhost:8080").id()).isEqualTo("localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "https://10.1.2.3",
        "https://127.1",
        "https://",
        "https://a b",
        "https://[",
        "https://%"
      })
  void anAddressIsNoName(String origin) {
    assertThatThrownBy(() -> PasskeyOrigin.of(origin))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(Problem.Code.CONFLICT))
        .hasMessageContaining("localhost");
  }
}
