package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnOriginTest {
  @ParameterizedTest
  @CsvSource({
    "https://talk.blog.example,          https://talk.blog.example",
    "https://Talk.Blog.Example/,         https://talk.blog.example",
    "https://talk.blog.example:443,      https://talk.blog.example",
    "https://talk.blog.example:8443,     https://talk.blog.example:8443",
    "http://intranet:80,                 http://intranet",
    "http://[::1]:8080,                  http://[::1]:8080"
  })
  void anOriginIsAsBrowsersNameIt(String typed, String origin) {
    assertThat(OwnOrigin.parse(typed)).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "talk.blog.example",
        "//talk.blog.example",
        "ftp://talk.blog.example",
        "https://",
        "https:///",
        "https://talk.blog.example/comments",
        "https://talk.blog.example//",
        "https://talk.blog.example?a",
        "https://me@talk.blog.example",
        "https://talk blog.example",
        "javascript:alert(1)"
      })
  void anythingElseIsNone(String typed) {
    assertThatThrownBy(() -> OwnOrigin.parse(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNotEncryptedIsSafeOnThisMachineOnly() {
    assertThat(OwnOrigin.isSafe("https://talk.blog.example")).isTrue();
    assertThat(OwnOrigin.isSafe("http://localhost:8080")).isTrue();
    assertThat(OwnOrigin.isSafe("http://127.0.0.1")).isTrue();
    assertThat(OwnOrigin.isSafe("http://[::1]:1")).isTrue();
    assertThat(OwnOrigin.isSafe("http://localhost.evil.example")).isFalse();
    assertThat(OwnOrigin.isSafe("http://talk.blog.example")).isFalse();
  }
}
