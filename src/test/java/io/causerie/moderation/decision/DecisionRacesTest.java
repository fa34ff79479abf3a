package io.causerie.moderation.decision;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Counters;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several moderators and authors at the same comments at the same moment. */
@ServiceTest
final class DecisionRacesTest {
  private final TestApp app;
  private final Counters counters;

  DecisionRacesTest(TestApp app) {
    this.app = app;
    counters = new Counters(app.database());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9})
  void ofTwoWhoDecideTheSameHundredEachCommentHasOneWinner(int threads) {
    List<String> ids = posts(100, threads);
    List<String> backwards = new ArrayList<>(ids);
    Collections.reverse(backwards);

    List<JsonObject> results = ofBoth(
        decision(ids, "spam").put("basedOn", "approved"),
        decision(backwards, "rejected").put("basedOn", "approved"));

    assertThat(results).filteredOn(result -> result.getBoolean("changed")).hasSize(100);
    assertThat(results)
        .filteredOn(result -> !result.getBoolean("changed"))
        .hasSize(100)
        .allSatisfy(late -> {
          assertThat(late.getBoolean("overtaken")).isTrue();
          assertThat(late.getString("status")).isEqualTo(late.getString("was"));
          assertThat(late.getString("status")).isNotEqualTo("approved");
          assertThat(late.getString("decidedBy")).isEqualTo("administrator");
          assertThat(late.getString("decidedAt")).endsWith("Z");
        });
    assertThat(count("select count(distinct comment_id) from moderation_log where site_id = '%s'"))
        .isEqualTo(100);
    assertEveryChangeIsLoggedOnce();
  }

  @Test
  void twoWhoDecideAlikeMakeOneChangeOfEachComment() {
    List<String> ids = posts(100, 3);

    List<JsonObject> results = ofBoth(decision(ids, "spam"), decision(ids, "spam"));

    assertThat(results).filteredOn(result -> result.getBoolean("changed")).hasSize(100);
    assertThat(count("select count(*) from moderation_log where site_id = '%s'"))
        .isEqualTo(100);
    assertEveryChangeIsLoggedOnce();
  }

  @Test
  void decisionsWhileRepliesAndReportsArriveLeaveEveryCounterRight() {
    new Desk(app).patch("/settings", new JsonObject().put("flagsToHold", 1));
    List<String> roots = posts(8, 2);
    List<String> readers = IntStream.range(0, 3)
        .mapToObj(i -> TestApp.token(app.post(comment("/readers", "Hello"))))
        .toList();
    List<Future<Answer>> all = new ArrayList<>();
    for (int round = 0; round < 12; round++) {
      for (int i = 0; i < roots.size(); i++) {
        all.add(app.posting(reply("/race/" + i % 2, roots.get(i), "Reply"), Map.of()));
        all.add(flagging(roots.get(i), readers.get((round + i) % readers.size())));
      }
      all.add(app.deciding(roots, round % 2 == 0 ? "rejected" : "approved", ADMIN));
    }

    List<Answer> answers = TestApp.await(Future.all(all)).list();

    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 204, 404, 409, 503);
    assertThat(answers).extracting(Answer::status).contains(200, 201, 204);
    assertEveryChangeIsLoggedOnce();
  }

  private Future<Answer> flagging(String id, String token) {
    Map<String, String> headers = new HashMap<>(TestApp.JSON);
    headers.put("Authorization", "Bearer " + token);
    JsonObject flag = new JsonObject().put("reason", "abuse");
    return app.sending(
        HttpMethod.POST, app.path() + "/comments/" + id + "/flags", headers, flag.toBuffer());
  }

  /** Whoever is told that there was no time asks again. */
  @Test
  void manyDecisionsAboutOneThreadAreAllMade() {
    List<String> waiting = posts(30, 1);
    while (!waiting.isEmpty()) {
      List<Future<Answer>> all =
          waiting.stream().map(id -> app.deciding(List.of(id), "spam", ADMIN)).toList();
      List<Answer> answers = TestApp.await(Future.all(all)).list();
      assertThat(answers).extracting(Answer::status).isSubsetOf(200, 503).contains(200);
      List<String> asked = waiting;
      waiting = IntStream.range(0, asked.size())
          .filter(i -> answers.get(i).status() == 503)
          .mapToObj(asked::get)
          .toList();
    }

    assertThat(count("select count(*) from moderation_log where site_id = '%s'"))
        .isEqualTo(30);
    assertThat(app.page("/race/0", "").getJsonArray("comments")).isEmpty();
    assertEveryChangeIsLoggedOnce();
  }

  /** Each entry goes on where the one before ended, and the last says what is. */
  private void assertEveryChangeIsLoggedOnce() {
    counters.assertExact(app.site());
    assertThat(
            count(
                """
                select count(*) from (
                  select l.before ->> 'status' as before, l.after ->> 'status' as after,
                    l.before ? 'flags' as settles,
                    coalesce(lag(l.after ->> 'status') over entries, 'approved') as expected,
                    lead(l.seq) over entries is null as last, c.status::text as status
                  from moderation_log l join comments c on c.id = l.comment_id
                  where l.site_id = '%s'
                  window entries as (partition by l.comment_id order by l.seq)
                ) e
                where before <> expected or (before = after and not settles)
                  or (last and after <> status)
                """))
        .as("entries that do not follow from the one before")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from comments c
                where site_id = '%s' and status <> 'approved'
                  and not exists (select from moderation_log l where l.comment_id = c.id)
                """))
        .as("changes without an entry")
        .isZero();
    assertThat(count("select count(*) from events"
            + " where site_id = '%s' and kind not in ('posted', 'flagged')"))
        .isEqualTo(count("select count(*) from moderation_log where site_id = '%s'"
            + " and (before ->> 'status' <> after ->> 'status' or before ? 'flags')"));
  }

  /** With the site in place of %s. */
  private long count(String sql) {
    return app.database().count(sql.formatted(app.site()));
  }

  private List<String> posts(int count, int threads) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(app.postId(comment("/race/" + i % threads, "Comment " + i)));
    }
    return ids;
  }

  private static JsonObject decision(List<String> ids, String status) {
    return new JsonObject().put("ids", new JsonArray(ids)).put("status", status);
  }

  /** Sent at once; whoever is told that there was no time, in which nothing was changed, asks again. */
  private List<JsonObject> ofBoth(JsonObject one, JsonObject other) {
    Future<Answer> first = app.deciding(one, ADMIN);
    Future<Answer> second = app.deciding(other, ADMIN);
    List<JsonObject> results = new ArrayList<>(results(one, TestApp.await(first)));
    results.addAll(results(other, TestApp.await(second)));
    return results;
  }

  private List<JsonObject> results(JsonObject decision, Answer answer) {
    if (answer.status() == 503) {
      return results(decision, TestApp.await(app.deciding(decision, ADMIN)));
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
