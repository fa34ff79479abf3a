package io.causerie.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.OwnPage;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in behind a proxy that speaks https, with the address in the settings. */
@ServiceTest(settings = OwnPage.HOSTED)
final class HostedSignInTest {
  private static final String COOKIES =
      "__Host-causerie%s=[^;]+; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d; Secure";
  private final TestApp app;

  HostedSignInTest(TestApp app) {
    this.app = app;
    app.team().account("Olga");
  }

  @Test
  void theCookiesAreForAnEncryptedHostAlone() {
    Answer answer = signIn(OwnPage.ORIGIN, "127.0.0.1");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.headers().getAll("Set-Cookie"))
        .anyMatch(cookie -> cookie.matches(COOKIES.formatted("", 43_200)))
        .anyMatch(cookie -> cookie.matches(COOKIES.formatted("-device", 34_560_000)))
        .hasSize(2);
  }

  @Test
  void aCookieOfAnUnencryptedNameCountsForNothing() {
    String value = signIn(OwnPage.ORIGIN, "127.0.0.1").headers().getAll("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("__Host-causerie="))
        .map(cookie -> cookie.substring("__Host-causerie=".length(), cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();

    assertThat(session("__Host-causerie=" + value)).isEqualTo(200);
    assertThat(session("causerie=" + value)).isEqualTo(204);
  }

  @Test
  void onlyTheOriginOfTheSettingsIsOurs() {
    assertThat(signIn("http://127.0.0.1:" + app.port(), "127.0.0.1").status()).isEqualTo(403);
    assertThat(signIn("https://evil.example", "evil.example").status()).isEqualTo(403);
  }

  private Answer signIn(String origin, String host) {
    Map<String, String> headers = new HashMap<>(TestApp.JSON);
    headers.putAll(Map.of("Origin", origin, "Host", host));
    Buffer body =
        new JsonObject().put("name", "Olga").put("password", OwnPage.PASSWORD).toBuffer();
    return app.send(HttpMethod.POST, "/api/v1/session", headers, body);
  }

  private int session(String cookie) {
    return app.send(HttpMethod.GET, "/api/v1/session", Map.of("Cookie", cookie), null)
        .status();
  }
}
