package io.causerie.moderation.decision;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.causerie.testing.Answer;
import io.causerie.testing.Counters;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a moderator decides, one comment or a hundred at a time. */
@ServiceTest
final class DecisionsTest {
  private static final String NOBODYS = "0000000000001";
  private final TestApp app;

  DecisionsTest(TestApp app) {
    this.app = app;
  }

  @Test
  void aDecisionTakesACommentFromThePublicAndUndoBringsItBack() {
    String id = app.postId(comment("/undo", "Here"));

    JsonObject rejected = decide(decision("rejected", id)).get(0);
    assertThat(rejected).isEqualTo(result(id, "rejected", true, "approved"));
    assertThat(comments("/undo")).isEmpty();

    JsonObject undone = decide(decision(rejected.getString("was"), id)).get(0);
    assertThat(undone).isEqualTo(result(id, "approved", true, "rejected"));
    assertThat(comments("/undo")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "approved", "rejected", "spam", "deleted"})
  void decidingTwiceChangesNothingAndLogsNothing(String status) {
    String id = app.postId(comment("/twice/" + status, "Twice"));
    app.setStatus(id, status.equals("approved") ? "spam" : "approved");
    app.setStatus(id, status);
    long logged = logged(id);

    JsonObject again = decide(decision(status, id)).get(0);

    assertThat(again.getBoolean("changed")).isFalse();
    assertThat(again.getString("decidedBy")).isEqualTo("administrator");
    assertThat(again.getString("decidedAt")).endsWith("Z");
    assertThat(logged(id)).isEqualTo(logged);
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void everyChangeIsLoggedWithWhoAndWhyAndWhatWasBefore() {
    String id = app.postId(comment("/logged", "Insults"));

    decide(decision("rejected", id).put("reason", "  Insults  "));

    var entry = app.database()
        .rows("select actor, action, reason, before::text as before, after::text as after"
            + " from moderation_log where comment_id = " + Id.parse(id))
        .get(0);
    assertThat(entry.getString("actor")).isEqualTo("admin");
    assertThat(entry.getString("action")).isEqualTo("reject");
    assertThat(entry.getString("reason")).isEqualTo("Insults");
    assertThat(entry.getString("before")).isEqualTo("{\"status\": \"approved\"}");
    assertThat(entry.getString("after")).isEqualTo("{\"status\": \"rejected\"}");
  }

  @Test
  void aDecisionThatSomebodyElseOvertookAnswersWhatIsNow() {
    String id = app.postId(comment("/overtaken", "Whose?"));
    decide(decision("spam", id));
    long logged = logged(id);

    JsonObject late =
        decide(decision("rejected", id).put("basedOn", "approved")).get(0);

    assertThat(late.getString("status")).isEqualTo("spam");
    assertThat(late.getBoolean("changed")).isFalse();
    assertThat(late.getBoolean("overtaken")).isTrue();
    assertThat(late.getString("decidedBy")).isEqualTo("administrator");
    assertThat(logged(id)).isEqualTo(logged);
  }

  @Test
  void aDecisionOnWhatItWasBasedOnIsTaken() {
    String id = app.postId(comment("/based", "As seen"));

    JsonObject taken =
        decide(decision("rejected", id).put("basedOn", "approved")).get(0);

    assertThat(taken).isEqualTo(result(id, "rejected", true, "approved"));
  }

  @Test
  void aHundredAreDecidedInTheOrderAsked() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      ids.add(0, app.postId(comment("/hundred/" + i % 7, "One of many")));
    }
    app.setStatus(ids.get(50), "spam");

    List<JsonObject> results = decide(decision("spam", ids.toArray(String[]::new)));

    assertThat(results).extracting(result -> result.getString("id")).isEqualTo(ids);
    assertThat(results).filteredOn(result -> !result.getBoolean("changed")).hasSize(1);
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void oneUnknownIdAndNothingIsDecided() {
    String id = app.postId(comment("/unknown", "Stays"));
    String foreign = app.neighbour().postId(comment("/unknown", "Elsewhere"));

    Answer refused = answer(decision("spam", id, NOBODYS, foreign));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.badFields()).containsExactly("ids[1]", "ids[2]");
    assertThat(comments("/unknown")).hasSize(1);
    assertThat(logged(id)).isZero();
  }

  @Test
  void everyBadFieldIsNamed() {
    String id = app.postId(comment("/bad", "Fine"));

    assertThat(answer(decision("maybe", id, "x", id.toLowerCase(java.util.Locale.ROOT))
                .put("basedOn", 7)
                .put("reason", "y".repeat(501)))
            .badFields())
        .containsExactly("ids[1]", "ids[2]", "status", "basedOn", "reason");
    assertThat(answer(new JsonObject()).badFields()).containsExactly("ids", "status");
    assertThat(answer(decision("spam")).badFields()).containsExactly("ids");
    assertThat(answer(decision("spam").put("ids", new JsonArray().add(7))).badFields())
        .contains("ids[0]");
    String[] many = IntStream.range(0, 101).mapToObj(Id::format).toArray(String[]::new);
    assertThat(answer(decision("spam", many)).badFields()).containsExactly("ids");
  }

  @Test
  void aReasonOfFiveHundredCharactersIsTaken() {
    String id = app.postId(comment("/reason", "Why?"));

    assertThat(decide(decision("spam", id).put("reason", "😀".repeat(500)))).hasSize(1);
  }

  @Test
  void aReaderMayNotDecide() {
    Answer posted = app.post(comment("/reader", "Mine"));
    JsonObject decision = decision("deleted", TestApp.id(posted));
    Map<String, String> reader = Map.of("Authorization", "Bearer " + TestApp.token(posted));

    assertThat(TestApp.await(app.deciding(decision, Map.of())).status()).isEqualTo(401);
    assertThat(TestApp.await(app.deciding(decision, reader)).status()).isEqualTo(403);
    assertThat(comments("/reader")).hasSize(1);
  }

  @Test
  void approvingWhatIsApprovedAnswersItsFlags() {
    String id = app.postId(comment("/flagged", "Disputed"));
    flag(id);

    JsonObject settled = decide(decision("approved", id)).get(0);
    JsonObject again = decide(decision("approved", id)).get(0);

    assertThat(settled).isEqualTo(result(id, "approved", true, "approved"));
    assertThat(again.getBoolean("changed")).isFalse();
    assertThat(outcome(id)).isEqualTo("dismissed");
    assertThat(openFlags(id)).isZero();
    assertThat(logged(id)).isEqualTo(1);
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void theFlagsOfACommentFollowTheLatestDecision() {
    String id = app.postId(comment("/flags", "Disputed"));
    flag(id);

    app.setStatus(id, "rejected");
    assertThat(outcome(id)).isEqualTo("upheld");
    app.setStatus(id, "pending");
    assertThat(outcome(id)).isNull();
    assertThat(openFlags(id)).isEqualTo(1);
    new Counters(app.database()).assertExact(app.site());
    app.setStatus(id, "approved");
    assertThat(outcome(id)).isEqualTo("dismissed");
    assertThat(openFlags(id)).isZero();
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void whatIsRemovedKeepsItsPlaceWhileApprovedRepliesStand() {
    String root = app.postId(comment("/place", "Root"));
    String reply = app.postId(reply("/place", root, "Reply"));

    decide(decision("deleted", root));
    assertThat(comments("/place").getJsonObject(0).getString("status")).isEqualTo("deleted");
    assertThat(comments("/place").getJsonObject(0).getInteger("replyCount")).isEqualTo(1);

    decide(decision("spam", reply));
    assertThat(comments("/place")).isEmpty();
  }

  @Test
  void rejectingAShadowedCommentChangesNothing() {
    String id = app.postId(comment("/shadowed", "Only mine"));
    app.database()
        .execute(
            "update comments set status = 'rejected', shadowed = true where id = " + Id.parse(id));

    JsonObject rejected = decide(decision("rejected", id)).get(0);

    assertThat(rejected.getBoolean("changed")).isFalse();
    assertThat(app.database()
            .count("select count(*) from comments where shadowed and id = " + Id.parse(id)))
        .isEqualTo(1);
  }

  private List<JsonObject> decide(JsonObject decision) {
    Answer answer = answer(decision);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private Answer answer(JsonObject decision) {
    return TestApp.await(app.deciding(decision, ADMIN));
  }

  private static JsonObject decision(String status, String... ids) {
    return new JsonObject().put("ids", new JsonArray(List.of(ids))).put("status", status);
  }

  private static JsonObject result(String id, String status, boolean changed, String was) {
    return new JsonObject()
        .put("id", id)
        .put("status", status)
        .put("changed", changed)
        .put("was", was)
        .put("overtaken", false);
  }

  private JsonArray comments(String thread) {
    return app.page(thread, "").getJsonArray("comments");
  }

  private void flag(String id) {
    app.database()
        .execute(
            """
            insert into flags (comment_id, viewer_hash, site_id, reason, weight, created_at)
            values (%1$d, 'x', '%2$s', 'spam', 1, now());
            update comments set flag_count = 1 where id = %1$d
            """
                .formatted(Id.parse(id), app.site()));
  }

  private String outcome(String id) {
    return app.database()
        .rows("select outcome from flags where comment_id = " + Id.parse(id))
        .get(0)
        .getString(0);
  }

  private long openFlags(String id) {
    return app.database().count("select flag_count from comments where id = " + Id.parse(id));
  }

  private long logged(String id) {
    return app.database()
        .count("select count(*) from moderation_log where comment_id = " + Id.parse(id));
  }
}
