package io.causerie.http;

import static io.causerie.testing.TestApp.JSON;
import static io.causerie.testing.TestApp.SITE;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.pagePath;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  @Test
  void whoPostsTooOftenIsToldWhenToComeBackAndMayStillRead() {
    try (TestApp app = limited("CAUSERIE_LIMIT_POST", "2/1h")) {
      app.postId(comment("/often", "1"));
      app.postId(comment("/often", "2"));

      Answer refused = app.post(comment("/often", "3"));

      assertTooMany(refused);
      assertThat(app.page("/often", "").getJsonObject("thread").getInteger("commentCount"))
          .isEqualTo(2);
    }
  }

  @Test
  void aForgedForwardedAddressDoesNotHelp() {
    try (TestApp app = limited("CAUSERIE_LIMIT_POST", "1/1h")) {
      app.postId(comment("/forged", "1"));

      assertTooMany(app.post(comment("/forged", "2"), Map.of("X-Forwarded-For", "203.0.113.7")));
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

  @Test
  void readsAndPreviewsHaveLimitsOfTheirOwn() {
    try (TestApp app = limited("CAUSERIE_LIMIT_READ", "1/1h")) {
      assertThat(app.get(pagePath("/reads")).status()).isEqualTo(200);
      assertTooMany(app.get(pagePath("/reads")));
      app.postId(comment("/reads", "1"));
    }
    try (TestApp app = limited("CAUSERIE_LIMIT_PREVIEW", "1/1h")) {
      assertThat(preview(app).status()).isEqualTo(200);
      assertTooMany(preview(app));
    }
  }

  private static Answer preview(TestApp app) {
    return app.send(
        HttpMethod.POST,
        SITE + "/preview",
        JSON,
        new JsonObject().put("body", "1").toBuffer());
  }

  private static TestApp limited(String setting, String limit) {
    return TestApp.start(Map.of("CAUSERIE_LIMITS", "on", setting, limit));
  }

  private static void assertTooMany(Answer answer) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("too_many_requests");
    assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After")))).isPositive();
  }
}
