package io.causerie.ban;

import static io.causerie.testing.BanRoutes.ofComment;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.BanRoutes;
import io.causerie.testing.Counters;
import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is shadow-banned sees what they write, and nobody else notices anything at all. */
@ServiceTest
final class ShadowBanTest {
  private final TestApp app;
  private final BanRoutes bans;

  ShadowBanTest(TestApp app) {
    this.app = app;
    bans = new BanRoutes(app);
  }

  @AfterEach
  void count() {
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void theAuthorSeesTheOwnCommentsAsPublicAndCanAnswerThem() {
    Answer first = app.post(comment("/sees", "Before"));
    bans.make(ofComment(TestApp.id(first)).put("shadow", true));

    Answer root = app.post(comment("/sees", "After"), by(first));
    Answer answer = app.post(reply("/sees", TestApp.id(root), "To myself"), by(first));

    assertThat(List.of(root, answer)).allSatisfy(posted -> {
      assertThat(posted.status()).isEqualTo(201);
      assertThat(posted.json().getJsonObject("comment").getString("status")).isEqualTo("approved");
    });
    JsonObject me = app.get("/me?thread=/sees", by(first)).json();
    assertThat(me.getJsonArray("own")).contains(TestApp.id(root), TestApp.id(answer));
    assertThat(me.getJsonArray("pending"))
        .contains(root.json().getValue("comment"), answer.json().getValue("comment"));
  }

  @Test
  void ofTwoAnswersToThemselvesAtOnceInSlowModeTheAuthorHearsOfSlowMode() {
    Answer first = app.post(comment("/both", "Before"));
    bans.make(ofComment(TestApp.id(first)).put("shadow", true));
    Answer root = app.post(comment("/both", "After"), by(first));
    app.database()
        .execute(
            "update comments set created_at = created_at - interval '2 hours' where site_id = '"
                + app.site() + "'");
    new Desk(app).change("/both", "slowModeSeconds", 3_600);

    Future<Answer> one = app.posting(reply("/both", TestApp.id(root), "One"), by(first));
    Future<Answer> two = app.posting(reply("/both", TestApp.id(root), "Two"), by(first));

    assertThat(List.of(TestApp.await(one), TestApp.await(two)))
        .extracting(Answer::status)
        .containsExactlyInAnyOrder(201, 429);
  }

  @Test
  void everybodyElseGetsTheSameBytesAsBefore() {
    String root = app.postId(comment("/bytes", "Root").put("url", "https://blog.example/bytes"));
    String child = app.postId(reply("/bytes", root, "Child"));
    Answer first = app.post(comment("/elsewhere", "Somewhere else"));
    bans.make(ofComment(TestApp.id(first)).put("shadow", true));
    List<String> paths = List.of(
        TestApp.pagePath("/bytes"),
        TestApp.pagePath("/bytes") + "&sort=best&limit=1",
        TestApp.pagePath("/bytes") + "&body=nodes",
        TestApp.pagePath("/nobody-was-here"),
        "/counts?thread=/bytes&thread=/nobody-was-here",
        "/comments/" + root,
        "/comments/" + child,
        "/comments/" + root + "/replies");
    List<Answer> before = paths.stream().map(app::get).toList();

    String shadowed = TestApp.id(app.post(comment("/bytes", "Hidden root"), by(first)));
    app.post(reply("/bytes", root, "Hidden child"), by(first));
    String grandchild = TestApp.id(app.post(reply("/bytes", child, "Hidden leaf"), by(first)));
    app.post(reply("/bytes", shadowed, "To myself"), by(first));
    app.post(
        comment("/nobody-was-here", "First!")
            .put("url", "https://blog.example/spam")
            .put("title", "Buy now"),
        by(first));

    for (int i = 0; i < paths.size(); i++) {
      Answer after = app.get(paths.get(i));
      assertThat(after.text()).as(paths.get(i)).isEqualTo(before.get(i).text());
      assertThat(after.header("ETag")).as(paths.get(i)).isEqualTo(before.get(i).header("ETag"));
    }
    for (String hidden : List.of(shadowed, grandchild)) {
      assertThat(app.get("/comments/" + hidden).status()).isEqualTo(404);
      assertThat(app.get("/comments/" + hidden + "/replies").status()).isEqualTo(404);
      assertThat(app.post(reply("/bytes", hidden, "Whose?")).code()).isEqualTo("parent_gone");
    }
    assertThat(app.get("/me?thread=/bytes").json().getJsonArray("pending")).isEmpty();
  }

  @Test
  void whatIsDecidedAndTakenBackIsAsItWasInTheEyesOfItsAuthor() {
    Answer first = app.post(comment("/undone", "Before"));
    bans.make(ofComment(TestApp.id(first)).put("shadow", true));
    String hidden = TestApp.id(app.post(comment("/undone", "After"), by(first)));
    JsonObject before = app.get("/me?thread=/undone", by(first)).json();

    app.setStatus(hidden, "rejected");
    assertThat(app.get("/me?thread=/undone", by(first)).json()).isEqualTo(before);
    assertThat(logged(hidden)).isZero();

    for (String status : List.of("spam", "deleted", "approved", "pending")) {
      app.setStatus(hidden, status);
      app.setStatus(hidden, "rejected");
      assertThat(app.get("/me?thread=/undone", by(first)).json()).as(status).isEqualTo(before);
    }
    assertThat(logged(hidden)).isEqualTo(8);
  }

  private long logged(String comment) {
    return app.get("/moderation/log?comment=" + comment, TestApp.ADMIN)
        .json()
        .getJsonArray("entries")
        .size();
  }

  @Test
  void theOwnCommentCannotBeFlaggedByItsAuthorAndIsUnknownToOthers() {
    Answer first = app.post(comment("/flag", "Before"));
    bans.make(ofComment(TestApp.id(first)).put("shadow", true));
    String hidden = TestApp.id(app.post(comment("/flag", "After"), by(first)));

    assertThat(flag(hidden, by(first)).status()).isEqualTo(409);
    assertThat(flag(hidden, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void aShadowBanMayTakeAlongWhatWasThereAndItsAuthorGoesOnToSeeIt() {
    Answer first = app.post(comment("/along", "Before"));
    String id = TestApp.id(first);

    JsonObject ban = bans.make(ofComment(id).put("shadow", true).put("remove", true));
    app.database()
        .execute("update bans set created_at = created_at - interval '10 s' where site_id = '"
            + app.site() + "'");
    bans.done(ban);

    assertThat(app.get("/comments/" + id).status()).isEqualTo(404);
    assertThat(app.page("/along", "").getJsonArray("comments")).isEmpty();
    JsonArray pending = app.get("/me?thread=/along", by(first)).json().getJsonArray("pending");
    assertThat(pending.getJsonObject(0).getString("status")).isEqualTo("approved");
    bans.lift(ban, "?restore=true");
    bans.done(ban);
    assertThat(app.get("/comments/" + id).status()).isEqualTo(200);
    assertThat(app.get("/me?thread=/along", by(first)).json().getJsonArray("pending"))
        .isEmpty();
  }

  @Test
  void afterLiftingWhatIsWrittenIsPublicAgain() {
    Answer first = app.post(comment("/lifted", "Before"));
    JsonObject ban = bans.make(ofComment(TestApp.id(first)).put("shadow", true));
    String hidden = TestApp.id(app.post(comment("/lifted", "Hidden"), by(first)));

    bans.lift(ban, "");
    String open = TestApp.id(app.post(comment("/lifted", "Open"), by(first)));

    assertThat(app.get("/comments/" + hidden).status()).isEqualTo(404);
    assertThat(app.get("/comments/" + open).status()).isEqualTo(200);
  }

  private Answer flag(String id, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(TestApp.JSON);
    all.putAll(headers);
    return app.send(
        HttpMethod.POST,
        app.path() + "/comments/" + id + "/flags",
        all,
        new JsonObject().put("reason", "spam").toBuffer());
  }

  private static Map<String, String> by(Answer first) {
    return Team.bearer(TestApp.token(first));
  }
}
