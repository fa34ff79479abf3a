package io.causerie.http;

import static io.causerie.testing.TestApp.JSON;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.pagePath;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That what is counted is wired to the routes; each test has a service of its own to count from zero. */
@Tag("http")
final class LimitsTest {
  @Test
  void whoDoesSomethingTooOftenIsToldWhenToComeBackAndMayStillDoTheRest() {
    Map<String, String> settings = Map.of(
        "CAUSERIE_LIMITS", "on",
        "CAUSERIE_LIMIT_POST", "2/1h",
        "CAUSERIE_LIMIT_PREVIEW", "1/1h",
        "CAUSERIE_LIMIT_READ", "1/1h");
    try (TestApp app = TestApp.start(settings)) {
      app.postId(comment("/often", "1"));
      app.postId(comment("/often", "2"));
      assertTooMany(app.post(comment("/often", "3")));
      assertTooMany(app.post(comment("/often", "3"), Map.of("X-Forwarded-For", "203.0.113.7")));

      assertThat(preview(app).status()).isEqualTo(200);
      assertTooMany(preview(app));

      assertThat(app.page("/often", "").getJsonObject("thread").getInteger("commentCount"))
          .isEqualTo(2);
      assertTooMany(app.get(pagePath("/often")));
    }
  }

  @Test
  void aTrustedProxySpeaksForItsClients() {
    Map<String, String> settings = Map.of(
        "CAUSERIE_LIMITS", "on",
        "CAUSERIE_LIMIT_POST", "1/1h",
        "CAUSERIE_TRUSTED_PROXIES", "127.0.0.0/8");
    try (TestApp app = TestApp.start(settings)) {
      for (String client : new String[] {"203.0.113.7", "203.0.113.8"}) {
        Map<String, String> from = Map.of("X-Forwarded-For", client);

        assertThat(app.post(comment("/proxy", "1"), from).status()).isEqualTo(201);
        assertTooMany(app.post(comment("/proxy", "2"), from));
      }
    }
  }

  private static Answer preview(TestApp app) {
    return app.send(
        HttpMethod.POST,
        app.path() + "/preview",
        JSON,
        new JsonObject().put("body", "1").toBuffer());
  }

  private static void assertTooMany(Answer answer) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("too_many_requests");
    assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After")))).isPositive();
  }
}
