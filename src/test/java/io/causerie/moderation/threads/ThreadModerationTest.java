package io.causerie.moderation.threads;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.causerie.testing.Desk;
import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What moderators do to a thread as a whole. */
@ServiceTest
final class ThreadModerationTest {
  private final TestApp app;
  private final Desk desk;

  ThreadModerationTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void aClosedThreadIsReadAndTakesNoCommentsUntilItIsOpened() {
    String id = app.postId(comment("/close", "Early"));

    JsonObject closed = desk.change("/close", "closed", true);

    assertThat(closed.getBoolean("closed")).isTrue();
    assertThat(closed.getString("closedBy")).isEqualTo("hand");
    JsonObject page = app.page("/close", "");
    assertThat(page.getJsonObject("thread").getBoolean("closed")).isTrue();
    assertThat(page.getJsonArray("comments").getJsonObject(0).getString("id")).isEqualTo(id);
    assertThat(app.post(comment("/close", "Late")).json().getString("code"))
        .isEqualTo("thread_closed");

    assertThat(desk.change("/close", "closed", false).getString("closedBy")).isNull();
    assertThat(app.post(comment("/close", "Again")).status()).isEqualTo(201);
  }

  @Test
  void everythingThatChangesIsLoggedAndNothingElse() {
    String first = app.postId(comment("/log", "First"));
    String second = app.postId(comment("/log", "Second"));
    desk.change("/log", "pinned", new JsonArray().add(first));
    JsonObject everything = new JsonObject()
        .put("thread", "/log")
        .put("closed", true)
        .put("premoderated", true)
        .put("slowModeSeconds", 60)
        .put("pinned", new JsonArray().add(second))
        .put("key", "/logged")
        .put("reason", "Spring cleaning");

    Answer changed = desk.patch("/threads", everything);
    Answer again = desk.patch("/threads", everything);

    assertThat(again.json()).isEqualTo(changed.json());
    assertThat(desk.log())
        .containsExactly(
            "pin {\"pinned\":false} {\"pinned\":true}",
            "close {\"closedBy\":null} {\"closedBy\":\"hand\"}",
            "premoderate {\"premoderated\":false} {\"premoderated\":true}",
            "slow {\"slowModeSeconds\":0} {\"slowModeSeconds\":60}",
            "unpin {\"pinned\":true} {\"pinned\":false}",
            "pin {\"pinned\":false} {\"pinned\":true}",
            "rename {\"key\":\"/log\"} {\"key\":\"/logged\"}");
    assertThat(app.database()
            .count("select count(*) from events where kind = 'thread' and site_id = '" + app.site()
                + "'"))
        .isEqualTo(2);
    assertThat(app.database()
            .count(
                "select count(*) from moderation_log where actor = 'admin' and thread_id is not null"
                    + " and (reason = 'Spring cleaning') = (seq > 1) and site_id = '" + app.site()
                    + "'"))
        .isEqualTo(6);
  }

  @Test
  void everyWrongFieldIsNamedAndNothingChanges() {
    String id = app.postId(comment("/wrong", "Root"));
    JsonObject wrong = new JsonObject()
        .put("thread", "/wrong")
        .put("closed", "yes")
        .put("premoderated", 1)
        .put("slowModeSeconds", 86_401)
        .put("pinned", new JsonArray().add(id).add(id).add("x"))
        .put("key", "k".repeat(513))
        .put("reason", "r".repeat(1_001));

    Answer refused = desk.patch("/threads", wrong);

    assertThat(Desk.wrongFields(refused))
        .containsExactly(
            "closed", "premoderated", "slowModeSeconds", "pinned[1]", "pinned[2]", "key", "reason");
    assertThat(desk.log()).isEmpty();
  }

  @Test
  void whatCannotBePinnedIsNamedAndNothingChanges() {
    String root = app.postId(comment("/pins", "Root"));
    String reply = app.postId(TestApp.reply("/pins", root, "Reply"));
    String elsewhere = app.postId(comment("/elsewhere", "Elsewhere"));
    JsonObject change = new JsonObject()
        .put("thread", "/pins")
        .put("closed", true)
        .put("pinned", new JsonArray().add(root).add(reply).add(elsewhere));

    Answer refused = desk.patch("/threads", change);
    app.setStatus(root, "pending");
    Answer pending = desk.patch("/threads", change.put("pinned", new JsonArray().add(root)));
    Answer four =
        desk.patch("/threads", change.put("pinned", new JsonArray(List.of("a", "b", "c", "d"))));

    assertThat(Desk.wrongFields(refused)).containsExactly("pinned[1]", "pinned[2]");
    assertThat(Desk.wrongFields(pending)).containsExactly("pinned[0]");
    assertThat(Desk.wrongFields(four)).containsExactly("pinned");
    assertThat(app.post(comment("/pins", "Still open")).status()).isEqualTo(201);
    assertThat(desk.log()).allMatch(entry -> entry.startsWith("hold "));
  }

  @Test
  void aThreadThatIsNotThereOrOfAnotherSiteIsNotFound() {
    app.neighbour().postId(comment("/theirs", "Theirs"));
    app.postId(comment("/ours", "Ours"));

    for (String key : List.of("/nowhere", "/theirs")) {
      JsonObject close = new JsonObject().put("thread", key).put("closed", true);
      assertThat(desk.patch("/threads", close).status()).as(key).isEqualTo(404);
      assertThat(TestApp.await(desk.merging(key, "/ours")).status()).as(key).isEqualTo(404);
      assertThat(TestApp.await(desk.merging("/ours", key)).status()).as(key).isEqualTo(404);
      assertThat(desk.get("/threads?thread=" + key).json().getJsonArray("threads"))
          .isEmpty();
    }
  }

  @Test
  void threadsAreListedTheNewestFirst() {
    List<String> posted = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      posted.add(0, "/list/" + i);
      app.postId(comment("/list/" + i, "Root"));
    }

    List<String> listed = new ArrayList<>();
    @Nullable String after = "";
    while (after != null) {
      JsonObject page = desk.get("/threads?limit=3" + after).json();
      page.getJsonArray("threads")
          .forEach(thread -> listed.add(((JsonObject) thread).getString("key")));
      String next = page.getString("next");
      after = next == null ? null : "&after=" + next;
    }

    assertThat(listed).isEqualTo(posted);
    assertThat(Desk.wrongFields(desk.get("/threads?limit=0&after=x"))).contains("limit", "after");
  }

  @Test
  void anotherNodeKnowsWithinASecond() {
    try (TestApp other = app.anotherNode()) {
      app.postId(comment("/nodes", "Root"));
      Eventually.is("the post is seen", () -> count(other, "/nodes") == 1);
      assertThat(count(other, "/renamed")).isZero();
      assertThat(other.page("/renamed", "").getJsonArray("comments")).isEmpty();

      desk.change("/nodes", "key", "/renamed");
      desk.change("/nodes", "closed", true);
      Eventually.is("the new key counts", () -> count(other, "/renamed") == 1);
      Eventually.is(
          "it is closed under both keys",
          () -> isClosed(other, "/renamed") && isClosed(other, "/nodes"));
    }
  }

  private static boolean isClosed(TestApp node, String thread) {
    return node.page(thread, "").getJsonObject("thread").getBoolean("closed");
  }

  private static int count(TestApp node, String thread) {
    return node.get("/counts?thread=" + thread).json().getJsonObject("counts").getInteger(thread);
  }
}
