package io.causerie.posting;

import static io.causerie.testing.TestApp.JSON;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.id;
import static io.causerie.testing.TestApp.reply;
import static io.causerie.testing.TestApp.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServiceTest
final class PostingTest {
  private final TestDatabase database;
  private final TestApp app;
  private final String guarded;

  PostingTest(TestApp app) {
    this.app = app;
    database = app.database();
    guarded = "/api/v1/sites/" + app.anotherSite("{\"premoderated\": true}") + "/comments";
  }

  @Test
  void aCommentIsPublicAtOnceAndBringsItsAuthorAToken() {
    Answer posted = app.post(comment("/first", "Hello"));

    assertThat(posted.status()).isEqualTo(201);
    assertThat(posted.header("Location")).isEqualTo(app.path() + "/comments/" + id(posted));
    assertThat(token(posted)).hasSizeGreaterThanOrEqualTo(43);
    JsonObject page = app.page("/first", "");
    assertThat(page.getJsonObject("thread").getInteger("commentCount")).isEqualTo(1);
    assertThat(page.getJsonArray("comments").getJsonObject(0).getString("id"))
        .isEqualTo(id(posted));
  }

  @Test
  void theAddressOfACommentIsOursHoweverItWasAskedFor() {
    Answer posted = app.send(
        HttpMethod.POST,
        app.path().replace("/site-", "/%73ite-") + "/comments",
        TestApp.JSON,
        TestApp.comment("/spelled", "Body").toBuffer());

    assertThat(posted.header("Location")).isEqualTo(app.path() + "/comments/" + id(posted));
  }

  @Test
  void aPremoderatedCommentWaitsAndIsNowhereInPublic() {
    Answer posted =
        app.send(HttpMethod.POST, guarded, JSON, comment("/a", "Wait").toBuffer());

    assertThat(posted.status()).isEqualTo(202);
    assertThat(posted.json().getJsonObject("comment").getString("status")).isEqualTo("pending");
    assertThat(token(posted)).isNotEmpty();
    JsonObject page =
        app.send(HttpMethod.GET, guarded + "?thread=/a", Map.of(), null).json();
    assertThat(page.getJsonArray("comments")).isEmpty();
    assertThat(page.getJsonObject("thread").getInteger("commentCount")).isZero();
    Answer permalink = app.send(HttpMethod.GET, guarded + "/" + id(posted), Map.of(), null);
    assertThat(permalink.status()).isEqualTo(404);
  }

  @Test
  void aReplyIsOneDeeperThanWhatItAnswers() {
    String root = app.postId(comment("/replies", "Root"));

    JsonObject posted = app.post(reply("/replies", root, "Reply")).json().getJsonObject("comment");

    assertThat(posted.getInteger("depth")).isEqualTo(1);
    assertThat(posted.getString("parentId")).isEqualTo(root);
    assertThat(posted.getString("rootId")).isEqualTo(root);
  }

  @Test
  void aReplyDeeperThanOneHundredHangsOnTheDeepestAncestorAllowed() {
    List<String> line = new ArrayList<>(List.of(app.postId(comment("/deep", "0"))));
    while (line.size() <= 100) {
      line.add(app.postId(reply("/deep", line.get(line.size() - 1), "deeper")));
    }

    JsonObject posted =
        app.post(reply("/deep", line.get(100), "too deep")).json().getJsonObject("comment");

    assertThat(posted.getInteger("depth")).isEqualTo(100);
    assertThat(posted.getString("parentId")).isEqualTo(line.get(99));
    JsonObject root = app.page("/deep", "").getJsonArray("comments").getJsonObject(0);
    assertThat(root.getInteger("replyCount")).isEqualTo(101);
  }

  @Test
  void aReplyToNothingIsAConflictAndCountsNothing() {
    Answer refused = app.post(reply("/nothing", "0000000000001", "Hello?"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("parent_gone");
    assertThat(database.count("select count(*) from threads where key = '/nothing' and site_id = '"
            + app.site() + "'"))
        .isZero();
  }

  @Test
  void aReplyToACommentOfAnotherThreadIsAConflict() {
    String elsewhere = app.postId(comment("/elsewhere", "Here"));
    app.post(comment("/here", "There"));

    assertThat(app.post(reply("/here", elsewhere, "Where?")).code()).isEqualTo("parent_gone");
  }

  @Test
  void aReplyToWhatIsNotPublicIsAConflict() {
    String root = app.postId(comment("/gone", "Soon gone"));
    for (String status : List.of("pending", "rejected", "spam", "deleted")) {
      app.setStatus(root, status);

      assertThat(app.post(reply("/gone", root, "Reply")).code())
          .as(status)
          .isEqualTo("parent_gone");
    }
  }

  @Test
  void aClosedThreadTakesNothing() {
    String root = app.postId(comment("/closed", "Last word"));
    database.execute("update threads set closed_at = now() where key = '/closed' and site_id = '"
        + app.site() + "'");

    Answer refused = app.post(comment("/closed", "One more"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("thread_closed");
    assertThat(app.post(reply("/closed", root, "One more")).code()).isEqualTo("thread_closed");
    assertThat(
            database.count("select comment_count from threads where key = '/closed' and site_id = '"
                + app.site() + "'"))
        .isEqualTo(1);
  }

  @Test
  void theThreadKeepsTheFirstAddressAndTitleThatCome() {
    app.post(comment("/kept", "1"));
    app.post(comment("/kept", "2").put("url", "https://blog.example/kept").put("title", "Kept"));
    app.post(comment("/kept", "3").put("url", "https://blog.example/late").put("title", "Late"));

    JsonObject thread = app.page("/kept", "").getJsonObject("thread");

    assertThat(thread.getString("url")).isEqualTo("https://blog.example/kept");
    assertThat(thread.getString("title")).isEqualTo("Kept");
  }

  @Test
  void anAddressThatIsNotOfTheSiteIsLeftOutAndOneOfTheSiteTakesItsPlace() {
    for (String url : List.of(
        "https://evil.example/moderation/",
        "http://blog.example/elsewhere",
        "https://blog.example:8443/elsewhere",
        "https://blog.example@evil.example/elsewhere",
        "https://blog.example.evil.example/elsewhere")) {
      Answer posted =
          app.post(comment("/elsewhere-page", "1").put("url", url).put("title", "Sign in"));

      assertThat(posted.status()).as(url).isEqualTo(201);
      JsonObject thread = app.page("/elsewhere-page", "").getJsonObject("thread");
      assertThat(thread.getString("url")).as(url).isNull();
      assertThat(thread.getString("title")).isEqualTo("Sign in");
    }
    app.post(comment("/elsewhere-page", "2").put("url", "https://blog.example/page"));

    assertThat(app.page("/elsewhere-page", "").getJsonObject("thread").getString("url"))
        .isEqualTo("https://blog.example/page");
  }

  @Test
  void aKnownGuestNeedsNoNameAndGetsNoSecondToken() {
    String token = token(app.post(comment("/known", "1")));
    JsonObject nameless = comment("/known", "2");
    nameless.remove("author");

    Answer posted = app.post(nameless, Map.of("Authorization", "Bearer " + token));

    assertThat(posted.status()).isEqualTo(201);
    assertThat(posted.json().containsKey("viewer")).isFalse();
    assertThat(posted.json().getJsonObject("comment").getJsonObject("author").getString("name"))
        .isEqualTo("Ann");
  }

  @Test
  void aTokenThatIsNotOursIsRefused() {
    for (String header : List.of("Bearer nonsense", "Basic YTpi", "Bearer")) {
      Answer refused = app.post(comment("/tokens", "1"), Map.of("Authorization", header));

      assertThat(refused.status()).as(header).isEqualTo(401);
    }
  }

  @Test
  void theTokenOfAnotherSiteIsRefused() {
    String token = token(app.post(comment("/foreign", "1")));
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token);

    Answer refused =
        app.send(HttpMethod.POST, guarded, headers, comment("/foreign", "2").toBuffer());

    assertThat(refused.status()).isEqualTo(401);
  }

  @Test
  void anEmailIsKeptApartAndNeverShown() {
    JsonObject comment = comment("/email", "Write to me");
    comment.getJsonObject("author").put("email", "ann@secret.example");

    Answer posted = app.post(comment);

    assertThat(posted.text() + app.page("/email", "")).doesNotContain("secret.example");
    assertThat(database.count(
            "select count(*) from author_emails e join authors a on a.id = e.author_id"
                + " where a.site_id = '" + app.site() + "'"))
        .isEqualTo(1);
  }
}
