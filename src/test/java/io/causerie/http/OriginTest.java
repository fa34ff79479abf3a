package io.causerie.http;

import static io.causerie.testing.TestApp.ORIGIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.pagePath;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pages of the site's own origins may do, and those of others. */
@ServiceTest
final class OriginTest {
  private static final List<String> FOREIGN = List.of(
      "https://evil.example",
      "http://blog.example",
      "https://blog.example:8443",
      "https://blog.example.evil.example",
      "https://www.blog.example",
      "http://localhost:3000",
      "null");
  private final TestApp app;

  OriginTest(TestApp app) {
    this.app = app;
    app.addSite(app.site() + "-demo", "localhost", "{}");
  }

  @Test
  void aPageOfTheSiteMayPost() {
    Answer posted = app.post(comment("/origin", "1"), origin(ORIGIN));

    assertThat(posted.status()).isEqualTo(201);
    assertThat(posted.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(posted.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(posted.headers().getAll("Vary")).contains("origin");
  }

  @Test
  void aPageOfAnotherOriginMayNotPost() {
    for (String origin : FOREIGN) {
      Answer refused = app.post(comment("/origin", "1"), origin(origin));

      assertThat(refused.status()).as(origin).isEqualTo(403);
      assertThat(refused.code()).as(origin).isEqualTo("forbidden");
      assertThat(refused.header("Access-Control-Allow-Origin")).as(origin).isNull();
    }
  }

  @Test
  void aPreflightAnswersTheSitesOwnOriginsOnly() {
    Answer allowed = preflight("/comments", ORIGIN);
    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(allowed.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(allowed.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "Content-Type", "Idempotency-Key");

    for (String origin : FOREIGN) {
      Answer refused = preflight("/comments", origin);
      assertThat(refused.status()).as(origin).isEqualTo(403);
      assertThat(refused.header("Access-Control-Allow-Origin")).as(origin).isNull();
    }
  }

  @Test
  void everybodyMayReadWhatIsPublic() {
    Answer page = app.get(pagePath("/origin"), origin("https://evil.example"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void nobodyElseMayReadWhatIsTheViewersOwn() {
    assertThat(app.get("/me?thread=a", origin("https://evil.example")).status()).isEqualTo(403);
    assertThat(app.get("/me?thread=a", origin(ORIGIN)).status()).isEqualTo(200);
  }

  @Test
  void aSiteForTryingOutTakesAnyPortOfThisMachineAndNothingElse() {
    for (String origin : List.of("http://localhost:3000", "http://127.0.0.1", "http://[::1]:80")) {
      assertThat(postToDemo(origin).status()).as(origin).isEqualTo(201);
    }
    for (String origin :
        List.of("http://localhost.evil.example", "http://127.0.0.1.evil.example")) {
      assertThat(postToDemo(origin).status()).as(origin).isEqualTo(403);
    }
  }

  @Test
  void aPageCanReadWhyItWasRefused() {
    Answer refused = app.post(comment("/origin", ""), origin(ORIGIN));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
  }

  private Answer postToDemo(String origin) {
    return app.send(
        HttpMethod.POST,
        app.path() + "-demo/comments",
        Map.of("Content-Type", "application/json", "Origin", origin),
        comment("/origin", "1").toBuffer());
  }

  private Answer preflight(String path, String origin) {
    Map<String, String> headers = Map.of(
        "Origin", origin,
        "Access-Control-Request-Method", "POST",
        "Access-Control-Request-Headers", "content-type");
    return app.send(HttpMethod.OPTIONS, app.path() + path, headers, null);
  }

  private static Map<String, String> origin(String origin) {
    return Map.of("Origin", origin);
  }
}
