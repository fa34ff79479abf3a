package io.causerie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.core.Id;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the team of a site looks after comments, threads and settings, past every browser. */
public record Desk(TestApp app) {
  public static final Map<String, String> HEADERS =
      Map.of("Authorization", "Bearer " + TestApp.ADMIN_TOKEN, "Content-Type", "application/json");

  public Answer get(String path) {
    return app.get("/moderation" + path, HEADERS);
  }

  public Answer post(String path, JsonObject body) {
    return TestApp.await(sending(HttpMethod.POST, path, body));
  }

  public Answer patch(String path, JsonObject body) {
    return TestApp.await(sending(HttpMethod.PATCH, path, body));
  }

  public Future<Answer> sending(HttpMethod method, String path, JsonObject body) {
    return app.sending(method, app.path() + "/moderation" + path, HEADERS, body.toBuffer());
  }

  /** What is answered to a question that must be allowed. */
  public JsonObject ask(String path) {
    return done(get(path));
  }

  public Desk set(String setting, @Nullable Object value) {
    done(patch("/settings", new JsonObject().put(setting, value)));
    return this;
  }

  /** The thread after a change that must be taken. */
  public JsonObject change(String thread, String name, @Nullable Object value) {
    JsonObject change = new JsonObject().put("thread", thread).put(name, value);
    return done(patch("/threads", change)).getJsonObject("thread");
  }

  public JsonObject merge(String from, String into) {
    return done(TestApp.await(merging(from, into))).getJsonObject("thread");
  }

  public Future<Answer> merging(String from, String into) {
    JsonObject body = new JsonObject().put("from", from).put("into", into);
    return sending(HttpMethod.POST, "/threads/merge", body);
  }

  public void decide(String commentId, String status) {
    JsonObject decision =
        new JsonObject().put("ids", new JsonArray().add(commentId)).put("status", status);
    done(post("/decisions", decision));
  }

  /** Bans the author of the comment. */
  public void banAuthorOf(String commentId, JsonObject ban) {
    done(post("/bans", ban.copy().put("commentId", commentId)));
  }

  /** The address under which a moderator looks at the comment in its article. */
  public String look(String commentId) {
    return done(post("/comments/" + commentId + "/look", new JsonObject())).getString("url");
  }

  /** The only comment of the thread, as moderators see it. */
  public JsonObject commentOf(String thread) {
    return ask("/comments?thread=" + TestApp.encode(thread))
        .getJsonArray("comments")
        .getJsonObject(0);
  }

  /** Why the comment does not show, as it is stored. */
  public List<String> heldFor(Answer posted) {
    String sql = "select held_for from comments where id = " + Id.parse(TestApp.id(posted));
    return List.of(app.database().rows(sql).get(0).getArrayOfStrings(0));
  }

  /** What the log has, oldest first, as {@code action before after}. */
  public List<String> log() {
    return app
        .database()
        .rows("select action, before, after from moderation_log where site_id = '" + app.site()
            + "' order by seq")
        .stream()
        .map(Desk::line)
        .toList();
  }

  public static List<String> wrongFields(Answer refused) {
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    return refused.badFields();
  }

  private static JsonObject done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return answer.body().length() == 0 ? new JsonObject() : answer.json();
  }

  private static String line(Row row) {
    return row.getString("action") + " " + row.getJson("before") + " " + row.getJson("after");
  }
}
