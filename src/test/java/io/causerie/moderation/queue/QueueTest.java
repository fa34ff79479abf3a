package io.causerie.moderation.queue;

import static io.causerie.testing.TestApp.ADMIN;
import static io.causerie.testing.TestApp.comment;
import static io.causerie.testing.TestApp.encode;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moderators see of comments. */
@ServiceTest
final class QueueTest {
  private final TestApp app;

  QueueTest(TestApp app) {
    this.app = app;
  }

  @Test
  void anItemHasAllThatADecisionNeeds() {
    String root = app.postId(
        comment("/item", "Root").put("url", "https://blog.example/item").put("title", "An item"));
    Answer posted = app.post(reply("/item", root, "See *this*"));
    String id = TestApp.id(posted);
    app.database()
        .execute("update comments set held_for = '{many-links:4,first-comments}' where id = "
            + Id.parse(id));
    flag(id, "spam", "again");
    app.setStatus(id, "pending");

    JsonObject item = queue("thread=/item&status=pending").get(0);

    assertThat(item.getString("id")).isEqualTo(id);
    assertThat(item.getString("body")).isEqualTo("See *this*");
    assertThat(item.getString("bodyHtml")).isEqualTo("<p>See <em>this</em></p>");
    assertThat(item.getJsonObject("thread"))
        .isEqualTo(new JsonObject()
            .put("key", "/item")
            .put("url", "https://blog.example/item")
            .put("title", "An item")
            .put("closed", false));
    assertThat(item.getJsonArray("heldFor"))
        .extracting(why -> ((JsonObject) why).getString("detail"))
        .containsExactly("4", null);
    JsonObject flag = item.getJsonArray("flags").getJsonObject(0);
    assertThat(flag.getString("reason")).isEqualTo("spam");
    assertThat(flag.getString("note")).isEqualTo("again");
    assertThat(item.getInteger("flagCount")).isEqualTo(1);
    assertThat(item.getJsonObject("parent").getString("id")).isEqualTo(root);
    assertThat(item.getJsonObject("parent").getString("bodyHtml")).isEqualTo("<p>Root</p>");
    assertThat(actions(item)).containsExactly("posted", "flag", "hold");
  }

  @Test
  void theHistoryOfAnAuthorIsTold() {
    Answer first = app.post(comment("/history", "First"));
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + TestApp.token(first));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(TestApp.id(app.post(comment("/history", "More " + i), bearer)));
    }
    List.of("rejected", "spam", "deleted", "pending")
        .forEach(status -> app.setStatus(ids.remove(0), status));

    JsonObject author = queue("thread=/history").get(0).getJsonObject("author");

    for (String tab : List.of("approved", "rejected", "spam", "deleted", "pending")) {
      assertThat(author.getInteger(tab)).as(tab).isEqualTo(1);
    }
    assertThat(author.getString("firstSeen"))
        .isEqualTo(first.json().getJsonObject("comment").getString("createdAt"));
    assertThat(author.getBoolean("banned")).isFalse();
    assertThat(queue("author=" + author.getString("id"))).hasSize(5);
    assertThat(queue("author=" + author.getString("id") + "&status=spam&status=deleted"))
        .hasSize(2);
  }

  @Test
  void onlyABanInForceIsToldOfAnAuthor() {
    String id = app.postId(comment("/banned", "Banned"));
    app.database()
        .execute(
            """
            insert into bans (id, site_id, author_id, shadow, reason, until, created_by, created_at)
            select %1$d, site_id, author_id, false, 'Spam', now() - interval '1 hour', 'admin', now()
            from comments where id = %1$d
            """
                .formatted(Id.parse(id)));

    assertThat(queue("thread=/banned").get(0).getJsonObject("author").getBoolean("banned"))
        .isFalse();
    app.database().execute("update bans set until = null where site_id = '" + app.site() + "'");
    assertThat(queue("thread=/banned").get(0).getJsonObject("author").getBoolean("banned"))
        .isTrue();
  }

  @Test
  void oneCommentComesWithAllItAnswers() {
    String root = app.postId(comment("/one", "Root"));
    String middle = app.postId(reply("/one", root, "Middle"));
    String last = app.postId(reply("/one", middle, "Last"));
    app.setStatus(root, "rejected");

    JsonObject item = item(last).json();

    assertThat(item.getJsonArray("ancestors"))
        .extracting(above -> ((JsonObject) above).getString("id"))
        .containsExactly(root, middle);
    assertThat(item.getJsonArray("ancestors").getJsonObject(0).getString("status"))
        .isEqualTo("rejected");
  }

  @Test
  void theTimelineTellsWhoDidWhatAndWhy() {
    String id = app.postId(comment("/timeline", "Undecided"));
    TestApp.await(app.deciding(
        new JsonObject()
            .put("ids", new JsonArray(List.of(id)))
            .put("status", "spam")
            .put("reason", "Ad"),
        ADMIN));
    for (int i = 0; i < 15; i++) {
      app.setStatus(id, "approved");
      app.setStatus(id, "rejected");
    }

    JsonArray timeline = item(id).json().getJsonArray("timeline");

    assertThat(timeline).hasSize(32);
    assertThat(timeline.getJsonObject(0).getString("action")).isEqualTo("posted");
    assertThat(timeline.getJsonObject(0).getString("actor")).isEqualTo("Ann");
    JsonObject entry = timeline.getJsonObject(1);
    assertThat(entry.getString("actor")).isEqualTo("administrator");
    assertThat(entry.getString("action")).isEqualTo("spam");
    assertThat(entry.getString("reason")).isEqualTo("Ad");
    assertThat(entry.getJsonObject("before")).isEqualTo(new JsonObject().put("status", "approved"));
    assertThat(entry.getJsonObject("after")).isEqualTo(new JsonObject().put("status", "spam"));
    JsonArray latest = queue("thread=/timeline").get(0).getJsonArray("timeline");
    assertThat(latest.stream().toList()).isEqualTo(timeline.stream().skip(12).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest"})
  void everyListIsReadToItsEndPageByPage(String sort) {
    String thread = "/pages/" + sort;
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      ids.add(app.postId(comment(thread, "Paged")));
      flag(ids.get(i), "other", "");
    }
    for (int i = 0; i < 11; i++) {
      app.setStatus(ids.get(i), List.of("pending", "rejected", "spam").get(i % 3));
      app.setStatus(ids.get(i), "pending");
      app.setStatus(ids.get(i), List.of("pending", "rejected", "spam").get(i % 3));
    }
    List<String> wanted = new ArrayList<>(ids);
    Collections.sort(wanted);
    if (sort.equals("newest")) {
      Collections.reverse(wanted);
    }

    assertThat(walk("thread=" + thread + "&sort=" + sort)).isEqualTo(wanted);
    assertThat(walk("sort=" + sort)).containsSubsequence(wanted);
    assertThat(walk("q=paged&thread=" + thread + "&sort=" + sort)).isEqualTo(wanted);
    assertThat(walk("flagged=true&thread=" + thread + "&sort=" + sort)).hasSize(4);
    assertThat(walk("status=spam&status=rejected&thread=" + thread + "&sort=" + sort))
        .hasSize(7);
  }

  @Test
  void onlyWhatHasOpenFlagsIsFlagged() {
    String open = app.postId(comment("/flagged", "Open"));
    String settled = app.postId(comment("/flagged", "Settled"));
    app.postId(comment("/flagged", "Never"));
    flag(open, "abuse", "");
    flag(settled, "abuse", "");
    app.setStatus(settled, "approved");

    assertThat(walk("flagged=true&thread=/flagged")).containsExactly(open);
  }

  @Test
  void aTimeNarrowsTheList() {
    String id = app.postId(comment("/time", "Now"));
    String at = queue("thread=/time").get(0).getString("createdAt");
    String past = encode("2020-01-01T00:00:00+02:00");

    assertThat(walk("thread=/time&from=" + at)).containsExactly(id);
    assertThat(walk("thread=/time&to=" + at)).isEmpty();
    assertThat(walk("thread=/time&from=" + past + "&to=2999-01-01T00:00:00Z")).containsExactly(id);
    assertThat(walk("thread=/time&to=" + past)).isEmpty();
    assertThat(walk("thread=/time&from=-999999999-01-01T00:00:00Z")).containsExactly(id);
    assertThat(walk("thread=/time&from=" + encode("+999999999-01-01T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void everyBadParameterIsNamed() {
    Answer refused = get("/comments?status=new&flagged=maybe&thread=&author=x&from=yesterday"
        + "&to=1&q=" + "y".repeat(201) + "&sort=best&after=z&limit=101");

    assertThat(refused.badFields())
        .containsExactlyInAnyOrder(
            "status", "flagged", "thread", "author", "from", "to", "q", "sort", "after", "limit");
    assertThat(get("/comments?status=spam&status=spam").badFields()).containsExactly("status");
  }

  @Test
  void aCursorIsForItsListAlone() {
    app.postId(comment("/cursor", "One"));
    app.postId(comment("/cursor", "Two"));
    String next = get("/comments?thread=/cursor&limit=1").json().getString("next");

    assertThat(get("/comments?thread=/cursor&after=" + next).status()).isEqualTo(200);
    for (String other : List.of("", "&status=spam", "&sort=oldest", "&q=one", "&flagged=true")) {
      String thread = other.isEmpty() ? "thread=/elsewhere" : "thread=/cursor";
      assertThat(get("/comments?" + thread + other + "&after=" + next).badFields())
          .containsExactly("after");
    }
  }

  @Test
  void totalsAreWhatThereIs() {
    String id = app.postId(comment("/totals", "Counted"));
    JsonObject before = totals();
    flag(id, "spam", "");
    app.setStatus(id, "spam");
    app.setStatus(id, "pending");

    JsonObject after = totals();

    assertThat(after.getInteger("pending")).isEqualTo(before.getInteger("pending") + 1);
    assertThat(after.getInteger("approved")).isEqualTo(before.getInteger("approved") - 1);
    assertThat(after.getInteger("flagged")).isEqualTo(before.getInteger("flagged") + 1);
    assertThat(after.getInteger("all")).isEqualTo(before.getInteger("all"));
    new Counters(app.database()).assertExact(app.site());
  }

  @Test
  void anotherSitesCommentsAreNotThere() {
    TestApp other = app.neighbour().set(new JsonObject().put("premoderated", true));
    String foreign = other.postId(comment("/foreign", "Elsewhere"));

    assertThat(walk("thread=/foreign")).isEmpty();
    assertThat(walk("q=elsewhere")).isEmpty();
    assertThat(item(foreign).status()).isEqualTo(404);
    assertThat(item("x").status()).isEqualTo(404);
    JsonObject there = other.get("/moderation/totals", ADMIN).json();
    assertThat(there.getJsonObject("totals").getInteger("pending")).isEqualTo(1);
    assertThat(there.getJsonObject("totals").getInteger("all")).isEqualTo(1);
  }

  @Test
  void nothingTellsWhereACommentCameFrom() {
    String id = app.postId(comment("/address", "From somewhere"));

    for (String text : List.of(item(id).text(), get("/comments?thread=/address").text())) {
      assertThat(text).doesNotContain("127.0.0.1").doesNotContainIgnoringCase("hash");
    }
  }

  private List<JsonObject> queue(String query) {
    Answer answer = get("/comments?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonArray("comments").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  /** The ids of the whole list, read three at a time. */
  private List<String> walk(String query) {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonObject page = get("/comments?" + query + "&limit=3" + after).json();
      page.getJsonArray("comments").forEach(item -> ids.add(((JsonObject) item).getString("id")));
      after = page.getString("next") == null ? "" : "&after=" + page.getString("next");
    } while (!after.isEmpty());
    return ids;
  }

  private static List<String> actions(JsonObject item) {
    return item.getJsonArray("timeline").stream()
        .map(entry -> ((JsonObject) entry).getString("action"))
        .toList();
  }

  private JsonObject totals() {
    return get("/totals").json().getJsonObject("totals");
  }

  private Answer item(String id) {
    return get("/comments/" + id);
  }

  private Answer get(String path) {
    return app.get("/moderation" + path, ADMIN);
  }

  private void flag(String id, String reason, String note) {
    app.database()
        .execute(
            """
            insert into flags (comment_id, viewer_hash, site_id, reason, note, weight, created_at)
            values (%1$d, 'x', '%4$s', '%2$s', '%3$s', 1, now());
            update comments set flag_count = 1 where id = %1$d
            """
                .formatted(Id.parse(id), reason, note, app.site()));
  }
}
