package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.encode;
import static io.causerie.testing.TestApp.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ServiceTest
final class ReadingTest {
  private final TestApp app;

  ReadingTest(TestApp app) {
    this.app = app;
  }

  @Test
  void aThreadNobodyCommentedOnIsEmpty() {
    JsonObject page = app.page("/empty", "");

    assertThat(page.getJsonObject("thread"))
        .isEqualTo(new JsonObject()
            .put("key", "/empty")
            .putNull("url")
            .putNull("title")
            .put("commentCount", 0)
            .put("closed", false));
    assertThat(page.getJsonArray("comments")).isEmpty();
    assertThat(page.getString("next")).isNull();
  }

  @Test
  void anUnknownSiteIsNotFound() {
    for (String path : List.of("/comments?thread=a", "/counts?thread=a", "/me?thread=a")) {
      Answer refused = app.send(HttpMethod.GET, "/api/v1/sites/nobody" + path, Map.of(), null);

      assertThat(refused.status()).as(path).isEqualTo(404);
      assertThat(refused.code()).isEqualTo("not_found");
    }
  }

  @Test
  void aRootBringsItsFirstFiveDescendantsAndSaysWhereTheyGoOn() {
    String root = app.postId(comment("/five", "Root"));
    for (int i = 0; i < 6; i++) {
      app.postId(reply("/five", root, "Reply " + i));
    }

    JsonObject shown = first(app.page("/five", ""));

    assertThat(shown.getInteger("replyCount")).isEqualTo(6);
    assertThat(shown.getJsonArray("replies")).hasSize(5);
    String path = "/comments/" + root + "/replies?after=" + shown.getString("nextReplies");
    JsonObject rest = app.get(path).json();
    assertThat(rest.getJsonArray("comments")).hasSize(1);
    assertThat(rest.getString("next")).isNull();
  }

  @Test
  void whatIsNotApprovedIsAbsent() {
    for (String status : List.of("pending", "rejected", "spam", "deleted")) {
      String thread = "/absent/" + status;
      String id = app.postId(comment(thread, "Secret"));

      app.setStatus(id, status);

      Eventually.is(
          status + " is absent",
          () -> app.page(thread, "").getJsonArray("comments").isEmpty());
      assertThat(app.page(thread, "").getJsonObject("thread").getInteger("commentCount"))
          .isZero();
      assertThat(app.get("/comments/" + id).status()).isEqualTo(404);
      assertThat(app.get("/comments/" + id + "/replies").status()).isEqualTo(404);
      assertThat(count(thread)).isZero();
    }
  }

  @Test
  void whatIsDeletedButHasApprovedRepliesIsAPlaceholder() {
    String root = app.postId(comment("/placeholder", "Secret"));
    String reply = app.postId(reply("/placeholder", root, "Reply"));

    app.setStatus(root, "rejected");

    Eventually.is("the root is a placeholder", () -> "deleted"
        .equals(first(app.page("/placeholder", "")).getString("status")));
    JsonObject shown = first(app.page("/placeholder", ""));
    assertThat(shown.getValue("author")).isNull();
    assertThat(shown.getString("bodyHtml")).isEmpty();
    assertThat(shown.getInteger("replyCount")).isEqualTo(1);
    assertThat(app.get("/comments/" + reply).text()).doesNotContain("Secret");
    assertThat(count("/placeholder")).isEqualTo(1);
  }

  @Test
  void aPlaceholderGoesWithItsLastApprovedReply() {
    String root = app.postId(comment("/last", "Root"));
    String reply = app.postId(reply("/last", root, "Reply"));

    app.setStatus(root, "deleted");
    app.setStatus(reply, "spam");

    Eventually.is(
        "the thread is empty",
        () -> app.page("/last", "").getJsonArray("comments").isEmpty());
  }

  @Test
  void aPermalinkBringsAllAncestors() {
    String root = app.postId(comment("/line", "Root"));
    String reply = app.postId(reply("/line", root, "Reply"));
    String last = app.postId(reply("/line", reply, "Last"));

    JsonObject permalink = app.get("/comments/" + last).json();

    assertThat(permalink.getString("id")).isEqualTo(last);
    assertThat(ids(permalink.getJsonArray("ancestors"))).containsExactly(root, reply);
  }

  @Test
  void countsAreKeyedAsAskedAndZerosAreThere() {
    app.postId(comment("https://blog.example/counted", "1"));
    app.postId(comment("/counted", "1"));
    app.postId(comment("/counted", "2"));
    String asked = "http://BLOG.example:80/counted/index.html?utm_source=x#top";

    JsonObject counts = app.get("/counts?thread=/counted&thread=/quiet&thread=" + encode(asked))
        .json()
        .getJsonObject("counts");

    assertThat(counts)
        .isEqualTo(new JsonObject().put("/counted", 2).put("/quiet", 0).put(asked, 1));
  }

  @Test
  void atMostOneHundredThreadsAreCountedAtOnce() {
    assertThat(app.get(counts(100)).json().getJsonObject("counts")).hasSize(100);
    assertThat(app.get(counts(101)).badFields()).containsExactly("thread");
    assertThat(app.get("/counts").badFields()).containsExactly("thread");
  }

  @Test
  void oneHundredThreadsMayHaveLongKeys() {
    String keys = IntStream.range(100, 200)
        .mapToObj(i -> "thread=" + i + "x".repeat(509))
        .collect(Collectors.joining("&"));

    assertThat(app.get("/counts?" + keys).json().getJsonObject("counts")).hasSize(100);
  }

  @Test
  void aCursorThatIsNotOursIsRefused() {
    app.postId(comment("/cursors", "Older root"));
    String root = app.postId(comment("/cursors", "Root"));
    for (int i = 0; i < 6; i++) {
      app.postId(reply("/cursors", root, "Reply"));
    }
    JsonObject page = app.page("/cursors", "&limit=1");
    String next = page.getString("next");
    String nextReplies = first(page).getString("nextReplies");

    for (String path : List.of(
        "/comments?thread=/cursors&after=x",
        "/comments?thread=/cursors&after=" + "A".repeat(32),
        "/comments?thread=/cursors&after=" + encode("' or 1=1 --"),
        "/comments?thread=/cursors&after=" + nextReplies,
        "/comments?thread=/cursors&sort=oldest&after=" + next,
        "/comments?thread=/elsewhere&after=" + next,
        "/comments/" + root + "/replies?after=" + next)) {
      assertThat(app.get(path).badFields()).as(path).containsExactly("after");
    }
  }

  @Test
  void allBadParametersAreNamedAtOnce() {
    Answer refused = app.get("/comments?sort=worst&limit=101&after=x&body=pdf");

    assertThat(refused.badFields())
        .containsExactlyInAnyOrder("thread", "sort", "limit", "after", "body");
  }

  @Test
  void anotherSiteSeesNothingOfThisOne() {
    String id = app.postId(comment("/tenants", "Here"));
    TestApp other = app.neighbour();

    JsonObject page = other.page("/tenants", "");

    assertThat(page.getJsonArray("comments")).isEmpty();
    for (String path : List.of("/" + id, "/" + id + "/replies")) {
      assertThat(other.get("/comments" + path).status()).isEqualTo(404);
    }
  }

  @Test
  void nodesTellTheSameAsHtml() {
    String held = app.postId(comment("/nodes", "Read *this* at https://example.org"));
    app.setStatus(held, "approved");

    JsonObject shown = first(app.page("/nodes", "&body=nodes"));

    assertThat(shown.containsKey("bodyHtml")).isFalse();
    assertThat(shown.getJsonArray("body").encode())
        .startsWith("[[\"p\",[\"Read \",[\"em\",[\"this\"]],\" at \","
            + "[\"a\",\"https://example.org\",[\"https://example.org\"]]]]");
  }

  @Test
  void aTokenChangesNothingInWhatIsPublic() {
    app.postId(comment("/viewer", "Public"));
    Map<String, String> dead = Map.of("Authorization", "Bearer dead");

    assertThat(app.get(TestApp.pagePath("/viewer"), dead).text())
        .isEqualTo(app.get(TestApp.pagePath("/viewer")).text());
  }

  private static JsonObject first(JsonObject page) {
    return page.getJsonArray("comments").getJsonObject(0);
  }

  private static List<String> ids(JsonArray comments) {
    return comments.stream()
        .map(comment -> ((JsonObject) comment).getString("id"))
        .toList();
  }

  private int count(String thread) {
    JsonObject answer = app.get("/counts?thread=" + encode(thread)).json();
    return answer.getJsonObject("counts").getInteger(thread);
  }

  private static String counts(int threads) {
    return IntStream.range(0, threads)
        .mapToObj(number -> "thread=" + number)
        .collect(Collectors.joining("&", "/counts?", ""));
  }
}
