package io.causerie;

import static io.causerie.TestApp.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Answer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the team of the site {@code blog} looks after threads and settings. */
record Desk(TestApp app) {
  static final Map<String, String> HEADERS =
      Map.of("Authorization", "Bearer " + TestApp.ADMIN_TOKEN, "Content-Type", "application/json");

  Answer get(String path) {
    return app.get("/moderation" + path, HEADERS);
  }

  Answer patch(String path, JsonObject body) {
    return TestApp.await(sending(HttpMethod.PATCH, path, body));
  }

  /** The thread after a change that must be taken. */
  JsonObject change(String thread, String name, @Nullable Object value) {
    return taken(patch("/threads", new JsonObject().put("thread", thread).put(name, value)));
  }

  JsonObject merge(String from, String into) {
    return taken(TestApp.await(merging(from, into)));
  }

  Future<Answer> merging(String from, String into) {
    JsonObject body = new JsonObject().put("from", from).put("into", into);
    return sending(HttpMethod.POST, "/threads/merge", body);
  }

  Future<Answer> sending(HttpMethod method, String path, JsonObject body) {
    return app.sending(method, SITE + "/moderation" + path, HEADERS, body.toBuffer());
  }

  /** What the log has, oldest first, as {@code action before after}. */
  List<String> log() {
    return app
        .database()
        .rows(
            "select action, before, after from moderation_log where site_id = 'blog' order by seq")
        .stream()
        .map(Desk::line)
        .toList();
  }

  static List<String> wrongFields(Answer refused) {
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    JsonArray errors = refused.json().getJsonArray("errors");
    return errors.stream().map(error -> ((JsonObject) error).getString("field")).toList();
  }

  private static JsonObject taken(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonObject("thread");
  }

  private static String line(Row row) {
    return row.getString("action") + " " + row.getJson("before") + " " + row.getJson("after");
  }
}
