package io.causerie.moderation.queue;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What moderators narrow the queue down to by what is in comments, and how they get the bodies. */
@ServiceTest
final class QueueReasonsTest {
  private final TestApp app;

  QueueReasonsTest(TestApp app) {
    this.app = app.set(new JsonObject()
        .put("approvalsBeforeTrust", 1)
        .put("holdFromLinks", 2)
        .put("suspectWords", JsonArray.of("casino")));
  }

  @Test
  void everyReasonOfACommentFindsIt() {
    String both = app.postId(comment("/reasons", "A casino: https://a.example https://b.example"));
    String one = app.postId(comment("/reasons", "Nothing but the first"));

    assertThat(ids("thread=/reasons&reason=first-comments")).containsExactly(one, both);
    for (String reason : List.of("first-links", "many-links", "suspect-word")) {
      assertThat(ids("thread=/reasons&reason=" + reason)).as(reason).containsExactly(both);
    }
    assertThat(ids("reason=suspect-word")).contains(both).doesNotContain(one);
    assertThat(ids("thread=/reasons&reason=honeypot")).isEmpty();
    assertThat(ids("thread=/reasons&reason=first")).isEmpty();
  }

  @Test
  void aReasonIsLookedForInTheStatusesAskedFor() {
    String waiting = app.postId(comment("/statuses", "Waiting"));
    String decided = app.postId(comment("/statuses", "Decided"));
    app.setStatus(decided, "rejected");

    String query = "thread=/statuses&reason=first-comments";
    assertThat(ids(query + "&status=pending")).containsExactly(waiting);
    assertThat(ids(query + "&status=rejected")).containsExactly(decided);
    assertThat(ids(query + "&status=spam")).isEmpty();
    assertThat(ids(query + "&q=waiting")).containsExactly(waiting);
    assertThat(ids(query + "&limit=1")).containsExactly(decided);
  }

  @Test
  void onlyARenderedLinkIsALink() {
    String linked = app.postId(comment("/links", "See https://a.example/"));
    String bare =
        app.postId(comment("/links", "`<a href=x>` is <a href='https://x.example'>no</a>"));

    assertThat(ids("thread=/links&hasLink=true")).containsExactly(linked);
    assertThat(ids("hasLink=true")).contains(linked).doesNotContain(bare);
    assertThat(ids("thread=/links&hasLink=true&status=spam")).isEmpty();
    assertThat(ids("thread=/links&hasLink=false")).containsExactly(bare, linked);
  }

  @Test
  void anotherSitesReasonsAndLinksAreNotThere() {
    TestApp neighbour = app.neighbour().set(new JsonObject().put("approvalsBeforeTrust", 1));
    String foreign = neighbour.postId(comment("/foreign", "https://elsewhere.example"));

    assertThat(ids("reason=first-comments&limit=100")).doesNotContain(foreign);
    assertThat(ids("hasLink=true&limit=100")).doesNotContain(foreign);
  }

  @Test
  void badFiltersAreNamed() {
    assertThat(get("/comments?reason=many-links:3&hasLink=yes&body=text").badFields())
        .containsExactlyInAnyOrder("reason", "hasLink", "body");
  }

  @Test
  void bodiesComeAsNodesWhereverThereAreBodies() {
    String root = app.postId(comment("/nodes", "*Root*"));
    app.setStatus(root, "approved");
    String answer = app.postId(reply("/nodes", root, "See **this**"));
    JsonArray nodes = new JsonArray("[[\"p\", [\"See \", [\"strong\", [\"this\"]]]]]");
    JsonArray above = new JsonArray("[[\"p\", [[\"em\", [\"Root\"]]]]]");

    JsonObject listed = get("/comments?thread=/nodes&status=pending&body=nodes")
        .json()
        .getJsonArray("comments")
        .getJsonObject(0);
    JsonObject item = get("/comments/" + answer + "?body=nodes").json();
    JsonObject context = get("/comments/" + answer + "/context?body=nodes").json();

    for (JsonObject comment : List.of(listed, item)) {
      assertThat(comment.getJsonArray("bodyNodes")).isEqualTo(nodes);
      assertThat(comment.getString("body")).isEqualTo("See **this**");
      assertThat(comment.getJsonObject("parent").getJsonArray("bodyNodes")).isEqualTo(above);
    }
    for (JsonObject around : List.of(item, context)) {
      assertThat(around.getJsonArray("ancestors").getJsonObject(0).getJsonArray("bodyNodes"))
          .isEqualTo(above);
    }
    for (Object answered : List.of(listed, item, context)) {
      assertThat(answered.toString()).doesNotContain("bodyHtml");
    }
  }

  private List<String> ids(String query) {
    Answer answer = get("/comments?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonArray("comments").stream()
        .map(item -> ((JsonObject) item).getString("id"))
        .toList();
  }

  private Answer get(String path) {
    return app.get("/moderation" + path, ADMIN);
  }
}
