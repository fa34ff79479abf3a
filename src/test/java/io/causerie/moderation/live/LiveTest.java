package io.causerie.moderation.live;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.causerie.account.Actor;
import io.causerie.account.Role;
import io.causerie.testing.Answer;
import io.causerie.testing.Eventually;
import io.causerie.testing.Listening;
import io.causerie.testing.RawClient;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a team hears of its site at this moment. */
@ServiceTest
final class LiveTest {
  private final TestApp app;
  private final Team team;
  private final Map<String, String> olga;
  private final Map<String, String> bo;

  LiveTest(TestApp app) {
    this.app = app;
    team = app.team();
    olga = Team.jsonFrom(team.member("Olga", Role.OWNER));
    bo = Team.jsonFrom(team.member("Bo", Role.MODERATOR));
  }

  @Test
  void theTotalsComeFirstAndAgainWhenTheyChange() {
    app.postId(comment("/live", "Before"));
    try (Listening listening = Listening.to(app, olga)) {
      assertThat(listening.told().get(0).event()).isEqualTo("totals");
      assertThat(listening.told().get(0).data())
          .isEqualTo(app.get("/moderation/totals", olga).json());

      app.postId(comment("/live", "After"));

      listening.hears("two", "totals", totals -> count(totals, "approved") == 2);
    }
  }

  @Test
  void whatHappensToACommentIsTold() {
    try (Listening listening = Listening.to(app, olga)) {
      String id = app.postId(comment("/live", "New"));
      listening.hears(
          "its arrival", "arrived", told -> told.equals(json(id).put("status", "approved")));

      assertThat(report(id).status()).isEqualTo(204);
      listening.hears("the report", "flagged", told -> told.equals(json(id).put("flagCount", 1)));

      assertThat(decide(id, "approved", bo).status()).isEqualTo(200);
      listening.hears(
          "that the report is answered", "decided", told -> isBy(told, id, "approved", "Bo"));
      listening.hears("none flagged", "totals", totals -> count(totals, "flagged") == 0);

      assertThat(decide(id, "spam", bo).status()).isEqualTo(200);
      listening.hears("the decision", "decided", told -> isBy(told, id, "spam", "Bo"));
      Instant at = Instant.parse(decision(id));
      assertThat(
              listening.told("decided").filter(told -> told.getString("status").equals("spam")))
          .singleElement()
          .satisfies(told -> assertThat(Instant.parse(told.getString("at")))
              .isCloseTo(at, within(1, ChronoUnit.SECONDS)));
    }
  }

  @Test
  void aDecisionThatChangesNothingIsNotTold() {
    String id = app.postId(comment("/live", "Same"));
    try (Listening listening = Listening.to(app, olga)) {
      decide(id, "approved", bo);
      decide(id, "spam", bo);

      listening.hears("the real one", "decided", told -> isBy(told, id, "spam", "Bo"));
      assertThat(listening.told("decided")).hasSize(1);
    }
  }

  @Test
  void whoLooksAtWhatIsToldToTheOthers() {
    String id = app.postId(comment("/live", "Looked at"));
    try (Listening forOlga = Listening.to(app, olga);
        Listening forBo = Listening.to(app, bo)) {
      assertThat(look(id, bo).status()).isEqualTo(204);
      forOlga.hears("of Bo", "looking", told -> told.equals(who(id, "Bo")));
      assertThat(look(id, olga).status()).isEqualTo(204);
      forBo.hears("of Olga", "looking", told -> told.equals(who(id, "Olga")));
      assertThat(look(null, bo).status()).isEqualTo(204);
      forOlga.hears("nobody", "looking", told -> told.getJsonArray("who").isEmpty());

      assertThat(forBo.told("looking")).containsExactly(who(id, "Olga"));
    }
  }

  @Test
  void whoHasSaidNothingForAMinuteLooksNoMore() {
    String id = app.postId(comment("/live", "Looked at"));
    look(id, bo);
    try (Listening listening = Listening.to(app, olga)) {
      listening.hears("of Bo", "looking", told -> told.equals(who(id, "Bo")));

      app.database().execute("update looking set at = at - interval '61 seconds'" + ofSite());

      listening.hears("nobody", "looking", told -> told.getJsonArray("who").isEmpty());
    }
    look(id, olga);
    assertThat(app.database().count("select count(*) from looking" + ofSite())).isEqualTo(1);
  }

  @Test
  void onlyCommentsOfTheSiteAreLookedAt() {
    String foreign = TestApp.id(app.neighbour().post(comment("/foreign", "Elsewhere")));

    assertThat(look(foreign, bo).status()).isEqualTo(404);
    assertThat(look("x", bo).badFields()).containsExactly("comment");
    assertThat(app.database().count("select count(*) from looking" + ofSite())).isZero();
  }

  @Test
  void nothingIsToldOfAnotherSite() {
    try (Listening listening = Listening.to(app, olga)) {
      app.neighbour().post(comment("/foreign", "Elsewhere"));
      String id = app.postId(comment("/live", "Here"));

      listening.hears("what is here", "arrived", told -> told.getString("id").equals(id));
      assertThat(listening.told("arrived")).hasSize(1);
    }
  }

  @Test
  void anotherNodeTellsTheSame() {
    try (TestApp other = app.anotherNode();
        Listening listening = Listening.to(other, olga)) {
      String id = app.postId(comment("/live", "Posted here"));
      look(id, bo);

      listening.hears("its arrival", "arrived", told -> told.getString("id").equals(id));
      listening.hears("of Bo", "looking", told -> told.equals(who(id, "Bo")));
      listening.hears("one", "totals", totals -> count(totals, "approved") == 1);
    }
  }

  @Test
  void aQuietStreamShowsThatItLives() {
    try (Listening listening = Listening.to(app, olga)) {
      Eventually.is("a heartbeat", () -> !listening.comments().isEmpty());
    }
  }

  @Test
  void whoIsNoMemberAnyMoreHearsNothingMore() {
    try (Listening listening = Listening.to(app, bo)) {
      TestApp.await(team.members().remove(app.site(), "Bo", Actor.CONSOLE));

      Eventually.is("the end", () -> listening.end() == Listening.End.IN_ORDER);
      assertThat(Listening.answer(app, live(), bo).status()).isEqualTo(401);
    }
  }

  @Test
  void aProgramWhoseTokenIsRevokedHearsNothingMore() {
    Map<String, String> program = Team.bearer(team.program("read"));
    try (Listening listening = Listening.to(app, program)) {
      app.database()
          .execute(
              "update api_tokens set revoked_at = now()" + ofSite() + " and scopes is not null");

      Eventually.is("the end", () -> listening.end() == Listening.End.IN_ORDER);
    }
  }

  @Test
  void aSessionThatEndedHearsNothingMore() {
    Map<String, String> cookie = Map.of("Cookie", "causerie=" + team.session("Olga"));
    try (Listening listening = Listening.to(app, cookie)) {
      app.database()
          .execute("delete from sessions s using members m" + ofSite()
              + " and m.account_id = s.account_id");

      Eventually.is("the end", () -> listening.end() == Listening.End.IN_ORDER);
      assertThat(Listening.answer(app, live(), cookie).status()).isEqualTo(401);
    }
  }

  @Test
  void theServiceEndsTheStreamsBeforeItStops() {
    try (TestApp node = app.anotherNode();
        Listening listening = Listening.to(node, olga)) {
      node.stop();

      Eventually.is("the end", () -> listening.end() != Listening.End.NOT_YET);
      assertThat(listening.end()).isEqualTo(Listening.End.IN_ORDER);
    }
  }

  @Test
  void aHeadIsAnsweredWithoutAStream() throws IOException {
    String head = "HEAD %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n\r\n"
        .formatted(live(), olga.get("Authorization"));

    try (RawClient client = new RawClient("127.0.0.1", app.port())) {
      assertThat(client.ask(head)).contains(" 200");
      assertThat(client.ask(head)).as("the next on the same connection").contains(" 200");
    }
    assertThat(app.send(HttpMethod.HEAD, live(), olga, null).header("Content-Type"))
        .isEqualTo("text/event-stream");
  }

  @Test
  void oneWhoTakesNothingMakesRoom() {
    String id = app.postId(comment("/live", "Looked at"));
    List<Listening> all = new ArrayList<>();
    try (Listening listening = Listening.to(app, bo)) {
      all.add(Listening.deaf(app, olga));
      for (int i = 1; i < 20; i++) {
        all.add(Listening.careless(app, olga));
      }
      assertThat(Listening.answer(app, live(), olga).code()).isEqualTo("too_many_requests");
      assertThat(look(id, bo).status()).isEqualTo(204);

      Eventually.is("room for another", () -> {
        tellMuchOfBo();
        return Listening.answer(app, live(), olga).status() == 200;
      });
      assertThat(listening.end()).isEqualTo(Listening.End.NOT_YET);
    } finally {
      all.forEach(Listening::close);
    }
  }

  @Test
  void whoGoesMakesRoom() {
    List<Listening> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(Listening.to(app, ADMIN));
    }
    assertThat(Listening.answer(app, live(), ADMIN).status()).isEqualTo(429);

    all.forEach(Listening::close);

    Eventually.is("room", () -> Listening.answer(app, live(), ADMIN).status() == 200);
  }

  /** To all but Bo; a few of them are more than any machine keeps for a connection. */
  private void tellMuchOfBo() {
    app.database()
        .execute(
            "update looking set name = repeat(md5(random()::text), 125000), at = now()" + ofSite());
  }

  private String ofSite() {
    return " where site_id = '" + app.site() + "'";
  }

  private String live() {
    return app.path() + "/moderation/live";
  }

  private Answer look(@Nullable String id, Map<String, String> headers) {
    JsonObject body = new JsonObject().put("comment", id);
    return app.send(HttpMethod.PUT, app.path() + "/moderation/looking", headers, body.toBuffer());
  }

  private Answer decide(String id, String status, Map<String, String> headers) {
    return TestApp.await(app.deciding(List.of(id), status, headers));
  }

  private Answer report(String id) {
    return app.send(
        HttpMethod.POST,
        app.path() + "/comments/" + id + "/flags",
        TestApp.JSON,
        new JsonObject().put("reason", "spam").toBuffer());
  }

  /** When the last decision about a comment was, as the log has it. */
  private String decision(String id) {
    JsonArray timeline =
        app.get("/moderation/comments/" + id, olga).json().getJsonArray("timeline");
    return timeline.getJsonObject(timeline.size() - 1).getString("at");
  }

  private static boolean isBy(JsonObject told, String id, String status, String by) {
    return told.getString("id").equals(id)
        && told.getString("status").equals(status)
        && told.getString("by").equals(by);
  }

  private static JsonObject who(String id, String name) {
    return new JsonObject()
        .put("who", new JsonArray().add(new JsonObject().put("comment", id).put("name", name)));
  }

  private static JsonObject json(String id) {
    return new JsonObject().put("id", id);
  }

  private static int count(JsonObject totals, String tab) {
    return totals.getJsonObject("totals").getInteger(tab);
  }
}
