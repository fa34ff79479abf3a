package io.causerie.moderation.inplace;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A moderator who looks at a comment in its place on the page. */
@ServiceTest
final class InPlaceTest {
  private static final String PAGE = "https://blog.example/look";
  private final TestApp app;

  InPlaceTest(TestApp app) {
    this.app = app;
  }

  @Test
  void theLinkShowsTheCommentWhateverItsStatus() {
    String root = app.postId(comment("/look", "Root").put("url", PAGE));
    String id = app.postId(reply("/look", root, "See *this*"));

    for (String status : List.of("pending", "rejected", "spam", "deleted", "approved")) {
      app.setStatus(id, status);
      JsonObject shown = read(id, stamp(id)).json();

      assertThat(shown.getString("status")).isEqualTo(status);
      assertThat(shown.getString("bodyHtml")).isEqualTo("<p>See <em>this</em></p>");
      assertThat(shown.getString("parentId")).isEqualTo(root);
      assertThat(shown.getString("thread")).isEqualTo("/look");
      assertThat(shown.getJsonObject("author").getString("name")).isEqualTo("Ann");
    }
  }

  @Test
  void theLinkLeadsToThePlaceOnThePage() {
    String id = app.postId(comment("/look/place", "Here").put("url", PAGE + "?a=1#top"));

    JsonObject link = link(id).json();

    assertThat(link.getString("url")).startsWith(PAGE + "?a=1#causerie-" + id + "&look=");
    assertThat(Instant.parse(link.getString("expiresAt")))
        .isAfter(Instant.now())
        .isBefore(Instant.now().plusSeconds(601));
  }

  @Test
  void aPageOfUnknownAddressHasNoLink() {
    assertThat(link(app.postId(comment("/look/nowhere", "Where?"))).json().getString("url"))
        .isNull();
  }

  @Test
  void nobodyElsesPageGetsAStamp() {
    for (String page :
        new String[] {"https://evil.example/x", "https://blog.example.evil.example/x"}) {
      String key = "/look/" + page.length();
      String id = app.postId(comment(key, "Look"));
      app.database()
          .execute("update threads set url = '%s' where key = '%s' and site_id = '%s'"
              .formatted(page, key, app.site()));

      assertThat(link(id).json().getString("url")).as(page).isNull();
    }
  }

  @Test
  void theBodyComesAsNodesToo() {
    String id = app.postId(comment("/look/nodes", "*Yes*").put("url", PAGE));

    Answer answer = app.get("/comments/" + id + "/look?body=nodes", Team.bearer(stamp(id)));

    assertThat(answer.json().getJsonArray("body"))
        .isEqualTo(new JsonArray("[[\"p\", [[\"em\", [\"Yes\"]]]]]"));
    assertThat(
            app.get("/comments/" + id + "/look?body=x", Team.bearer(stamp(id))).badFields())
        .containsExactly("body");
  }

  @Test
  void nobodyKeepsTheAnswerAndOnlyPagesOfTheSiteReadIt() {
    String id = app.postId(comment("/look/origin", "Whose?").put("url", PAGE));
    String stamp = stamp(id);

    Answer own = read(id, stamp, TestApp.ORIGIN);
    assertThat(own.header("Cache-Control")).isEqualTo("no-store");
    assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo(TestApp.ORIGIN);
    assertThat(read(id, stamp, "https://evil.example").status()).isEqualTo(403);
  }

  @Test
  void aStampIsForOneCommentOfOneSite() {
    String id = app.postId(comment("/look/one", "This").put("url", PAGE));
    String another = app.postId(comment("/look/one", "Not this"));
    String stamp = stamp(id);

    assertThat(read(id, stamp).status()).isEqualTo(200);
    assertThat(read(another, stamp).status()).isEqualTo(401);
    assertThat(read("0000000000001", stamp).text())
        .isEqualTo(read(another, stamp).text());
    Answer elsewhere = app.neighbour().get("/comments/" + id + "/look", Team.bearer(stamp));
    assertThat(elsewhere.status()).isEqualTo(401);
  }

  @Test
  void aStampThatWasChangedIsNone() {
    String id = app.postId(comment("/look/forged", "Mine").put("url", PAGE));
    String stamp = stamp(id);
    String later = "9" + stamp.substring(1);

    for (String forged : List.of(later, stamp.replaceAll("[.].*", ".") + "A".repeat(43), "x", "")) {
      assertThat(read(id, forged).status()).as(forged).isEqualTo(401);
    }
    assertThat(app.get("/comments/" + id + "/look").status()).isEqualTo(401);
  }

  @Test
  void aStampGrantsNothingElse() {
    String id = app.postId(comment("/look/else", "Else").put("url", PAGE));
    Map<String, String> bearer = Team.jsonFrom(stamp(id));

    for (String path : List.of(
        "/moderation/comments",
        "/moderation/comments/" + id,
        "/comments/" + id + "/source",
        "/me?thread=x")) {
      assertThat(app.get(path, bearer).status()).as(path).isEqualTo(401);
    }
    assertThat(app.post(comment("/look/else", "As a moderator"), bearer).status())
        .isEqualTo(401);
    assertThat(TestApp.await(app.deciding(List.of(id), "spam", bearer)).status())
        .isEqualTo(401);
  }

  private Answer link(String id) {
    return app.send(
        HttpMethod.POST,
        app.path() + "/moderation/comments/" + id + "/look",
        Team.jsonFrom(TestApp.ADMIN_TOKEN),
        Buffer.buffer("{}"));
  }

  private String stamp(String id) {
    return link(id).json().getString("url").replaceFirst(".*&look=", "");
  }

  private Answer read(String id, String stamp) {
    return app.get("/comments/" + id + "/look", Team.bearer(stamp));
  }

  private Answer read(String id, String stamp, String origin) {
    Map<String, String> headers = new HashMap<>(Team.bearer(stamp));
    headers.put("Origin", origin);
    return app.get("/comments/" + id + "/look", headers);
  }
}
