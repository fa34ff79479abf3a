package io.causerie.browser.moderation;

import io.causerie.testing.Desk;
import io.causerie.testing.TestApp;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A site of its own, so that what is counted there is what one test has done. */
public final class Newsroom {
  static final String THREAD = "/2026/night-trains";
  private static final String PAGE = TestApp.ORIGIN + THREAD;

  private final TestApp app;
  private final Desk desk;

  private Newsroom(TestApp app) {
    this.app = app;
    this.desk = new Desk(app);
  }

  /** The site of that test. Nothing is held there but first links. */
  static Newsroom open(TestApp app) {
    return new Newsroom(app);
  }

  /** Somebody writes in each direction and script; some of it waits, some of it is reported. */
  public static Newsroom busy(TestApp app) {
    Newsroom room = open(app).set("suspectWords", JsonArray.of("casino*"));
    String root = room.comment("Nguyễn Thị Ánh", "Bài viết hay quá, cảm ơn tác giả!");
    room.comment("陈思远", "这篇文章写得很好，我想补充一点：夜车的舒适度已经有了很大的改善。");
    room.report(root, "off-topic", "Not about trains at all.");
    room.set("premoderated", true);
    room.comment(
        "Jean-Baptiste de la Tour d’Auvergne-Lauraguais",
        "I took that train last winter. The couchette was *lovely*.\n\n> The last stop\n\n"
            + "See https://example.org/a/very/long/address/that/does/not/break/by/itself/at/all");
    String spam = room.comment("Bo", "Visit my **casino**: https://casino.example/win");
    room.decide(spam, "spam");
    room.reply(root, "سلمى", "هذا نقاش مهم، شكرًا لكم.");
    room.comment("Bo", "My casino is still open: https://casino.example/win");
    return room;
  }

  TestApp app() {
    return app;
  }

  Desk desk() {
    return desk;
  }

  Newsroom set(String setting, Object value) {
    desk.set(setting, value);
    return this;
  }

  /** Holds every comment from now on. */
  Newsroom premoderated() {
    return set("premoderated", true);
  }

  /** Each by a guest of their own; the answer is their ids, the oldest first. */
  List<String> comments(int count) {
    List<String> ids = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      ids.add(comment("Guest " + n, "Comment number " + n + ", to be read and decided."));
    }
    return ids;
  }

  String comment(String name, String body) {
    return reply(null, name, body);
  }

  /** The answer is the id. */
  String reply(@Nullable String parentId, String name, String body) {
    JsonObject comment = new JsonObject()
        .put("thread", THREAD)
        .put("url", PAGE)
        .put("title", "The return of the night train")
        .put("parentId", parentId)
        .put("author", new JsonObject().put("name", name))
        .put("body", body);
    return post(comment);
  }

  /** The answer is the id. */
  String post(JsonObject comment) {
    return app.postId(comment);
  }

  void report(String id, String reason, String note) {
    JsonObject flag = new JsonObject().put("reason", reason).put("note", note);
    app.send(
        HttpMethod.POST, app.path() + "/comments/" + id + "/flags", TestApp.JSON, flag.toBuffer());
  }

  void decide(String id, String status) {
    desk.decide(id, status);
  }

  String status(String id) {
    return desk.ask("/comments/" + id).getString("status");
  }

  JsonObject totals() {
    return desk.ask("/totals").getJsonObject("totals");
  }

  /** How many entries of the log say that this was done. */
  int logged(String action) {
    int count = 0;
    String next = "";
    while (next != null) {
      String after = next.isEmpty() ? "" : "&after=" + next;
      JsonObject page = desk.ask("/log?limit=100&action=" + action + after);
      count += page.getJsonArray("entries").size();
      next = page.getString("next");
    }
    return count;
  }
}
