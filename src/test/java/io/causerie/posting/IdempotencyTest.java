package io.causerie.posting;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static io.causerie.testing.TestApp.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServiceTest(settings = "CAUSERIE_TRUSTED_PROXIES=127.0.0.0/8")
final class IdempotencyTest {
  private final TestDatabase database;
  private final TestApp app;

  IdempotencyTest(TestApp app) {
    this.app = app;
    database = app.database();
  }

  @Test
  void aRetryGetsTheSameAnswerAndTheSameToken() {
    Answer first = app.post(comment("/retry", "Once"), key("retry"));
    Answer second = app.post(comment("/retry", "Once"), key("retry"));

    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(comments("/retry")).isEqualTo(1);
  }

  @Test
  void theTokenOfARetryProvesOwnership() {
    Answer first = app.post(comment("/proof", "Mine"), key("proof"));
    String token = token(app.post(comment("/proof", "Mine"), key("proof")));

    Answer source =
        app.get("/comments/" + id(first) + "/source", Map.of("Authorization", "Bearer " + token));

    assertThat(source.json().getString("body")).isEqualTo("Mine");
  }

  @Test
  void twentyAtOnceMakeOneComment() {
    List<Future<Answer>> posting = Stream.generate(
            () -> app.posting(comment("/twenty", "All at once"), key("twenty")))
        .limit(20)
        .toList();

    List<Answer> answers = TestApp.await(Future.all(posting)).list();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
    assertThat(comments("/twenty")).isEqualTo(1);
    assertThat(
            database.count("select comment_count from threads where key = '/twenty' and site_id = '"
                + app.site() + "'"))
        .isEqualTo(1);
  }

  @Test
  void whoRepeatsItFromElsewhereGetsTheAnswerWithoutTheToken() {
    Answer first = app.post(comment("/else", "Mine"), from("203.0.113.7"));

    Answer elsewhere = app.post(comment("/else", "Mine"), from("203.0.113.8"));
    Answer again = app.post(comment("/else", "Mine"), from("203.0.113.7"));

    assertThat(elsewhere.status()).isEqualTo(201);
    assertThat(elsewhere.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(elsewhere.json().getJsonObject("comment"))
        .isEqualTo(first.json().getJsonObject("comment"));
    assertThat(elsewhere.json().containsKey("viewer")).isFalse();
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(app.post(comment("/else", "Yours"), from("203.0.113.8")).code())
        .isEqualTo("idempotency_mismatch");
  }

  @Test
  void ofIpv6TheSameCallerIsTheSame64() {
    Answer first = app.post(comment("/six", "Mine"), from("2001:db8:1:2::7"));

    Answer near = app.post(comment("/six", "Mine"), from("2001:db8:1:2:ffff::8"));
    Answer far = app.post(comment("/six", "Mine"), from("2001:db8:1:3::7"));

    assertThat(near.text()).isEqualTo(first.text());
    assertThat(far.json().containsKey("viewer")).isFalse();
  }

  @Test
  void whoSendsTheSameBearerTokenIsTheSameCallerEverywhere() {
    Map<String, String> here = new HashMap<>(from("203.0.113.7"));
    Map<String, String> there = new HashMap<>(from("203.0.113.8"));
    here.putAll(TestApp.ADMIN);
    there.putAll(TestApp.ADMIN);

    Answer first = app.post(comment("/bearer", "Ours"), here);

    assertThat(token(first)).isNotEmpty();
    assertThat(app.post(comment("/bearer", "Ours"), there).text()).isEqualTo(first.text());
    assertThat(
            app.post(comment("/bearer", "Ours"), from("203.0.113.7")).json().containsKey("viewer"))
        .isFalse();
  }

  @Test
  void aRetryAfterARestartGetsTheSameAnswer() {
    try (TestApp restarted = TestApp.start()) {
      Answer first = restarted.post(comment("/restart", "Still here"), key("restart"));
      restarted.restart();

      Answer second = restarted.post(comment("/restart", "Still here"), key("restart"));

      assertThat(second.text()).isEqualTo(first.text());
      assertThat(restarted.page("/restart", "").getJsonArray("comments")).hasSize(1);
    }
  }

  @Test
  void theSameKeyWithAnotherBodyIsAMismatch() {
    app.post(comment("/mismatch", "This"), key("mismatch"));

    Answer refused = app.post(comment("/mismatch", "That"), key("mismatch"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("idempotency_mismatch");
    assertThat(comments("/mismatch")).isEqualTo(1);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    Answer first = app.post(comment("/day", "Daily"), key("day"));
    database.execute("update idempotency_keys set created_at = created_at - interval '25 hours'"
        + " where site_id = '" + app.site() + "'");

    Answer second = app.post(comment("/day", "Daily"), key("day"));

    assertThat(id(second)).isNotEqualTo(id(first));
    assertThat(comments("/day")).isEqualTo(2);
  }

  @Test
  void aRefusedPostDoesNotUseUpItsKey() {
    app.post(comment("/shut", "First"));
    database.execute("update threads set closed_at = now() where key = '/shut' and site_id = '"
        + app.site() + "'");
    Answer refused = app.post(comment("/shut", "Again"), key("shut"));
    database.execute("update threads set closed_at = null where key = '/shut' and site_id = '"
        + app.site() + "'");

    Answer posted = app.post(comment("/shut", "Again"), key("shut"));

    assertThat(refused.code()).isEqualTo("thread_closed");
    assertThat(posted.status()).isEqualTo(201);
  }

  @Test
  void aKeyThatIsNotVisibleAsciiIsRefused() {
    for (String key : List.of("two words", "é", "x".repeat(65))) {
      Answer refused = app.post(comment("/keys", "1"), key(key));

      assertThat(refused.badFields()).as(key).containsExactly("Idempotency-Key");
    }
  }

  private static Map<String, String> key(String key) {
    return Map.of("Idempotency-Key", key);
  }

  private static Map<String, String> from(String address) {
    return Map.of("Idempotency-Key", "the-same-everywhere", "X-Forwarded-For", address);
  }

  private long comments(String thread) {
    return database.count(
        "select count(*) from comments c join threads t on t.id = c.thread_id where t.key = '"
            + thread + "' and t.site_id = '" + app.site() + "'");
  }
}
