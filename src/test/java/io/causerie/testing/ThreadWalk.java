package io.causerie.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader who follows every cursor of a thread to its end.
 *
 * @param more of each query, such as {@code &body=nodes}
 * @param answers all that came, in order
 */
public record ThreadWalk(
    TestApp app, String thread, String sort, int limit, String more, List<Answer> answers) {
  public ThreadWalk(TestApp app, String thread, String sort) {
    this(app, thread, sort, 7);
  }

  public ThreadWalk(TestApp app, String thread, String sort, int limit) {
    this(app, thread, sort, limit, "", new ArrayList<>());
  }

  /** The ids of all comments in the order in which they were reached. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    @Nullable String after = "";
    while (after != null) {
      String path = TestApp.pagePath(thread) + "&limit=" + limit + "&sort=" + sort;
      JsonObject page = read(path + after);
      for (Object root : page.getJsonArray("comments")) {
        addBranch((JsonObject) root, ids);
      }
      after = cursor(page.getString("next"));
    }
    return ids;
  }

  private void addBranch(JsonObject root, List<String> ids) {
    ids.add(root.getString("id"));
    addAll(root.getJsonArray("replies"), ids);
    @Nullable String after = cursor(root.getString("nextReplies"));
    while (after != null) {
      String path = "/comments/" + root.getString("id") + "/replies?limit=20" + after;
      JsonObject branch = read(path);
      addAll(branch.getJsonArray("comments"), ids);
      after = cursor(branch.getString("next"));
    }
  }

  private JsonObject read(String path) {
    Answer answer = app.get(path + more);
    answers.add(answer);
    return answer.json();
  }

  private static void addAll(JsonArray comments, List<String> ids) {
    comments.forEach(comment -> ids.add(((JsonObject) comment).getString("id")));
  }

  private static @Nullable String cursor(@Nullable String cursor) {
    return cursor == null ? null : "&after=" + cursor;
  }
}
