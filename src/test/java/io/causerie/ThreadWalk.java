package io.causerie;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader who follows every cursor of a thread to its end. */
record ThreadWalk(TestApp app, String thread, String sort, int limit) {
  ThreadWalk(TestApp app, String thread, String sort) {
    this(app, thread, sort, 7);
  }

  /** The ids of all comments in the order in which they were reached. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    @Nullable String after = "";
    while (after != null) {
      JsonObject page = app.page(thread, "&limit=" + limit + "&sort=" + sort + after);
      for (Object root : page.getJsonArray("comments")) {
        addBranch((JsonObject) root, ids);
      }
      after = more(page.getString("next"));
    }
    return ids;
  }

  private void addBranch(JsonObject root, List<String> ids) {
    ids.add(root.getString("id"));
    addAll(root.getJsonArray("replies"), ids);
    @Nullable String after = more(root.getString("nextReplies"));
    while (after != null) {
      String path = "/comments/" + root.getString("id") + "/replies?limit=20" + after;
      JsonObject branch = app.get(path).json();
      addAll(branch.getJsonArray("comments"), ids);
      after = more(branch.getString("next"));
    }
  }

  private static void addAll(JsonArray comments, List<String> ids) {
    comments.forEach(comment -> ids.add(((JsonObject) comment).getString("id")));
  }

  private static @Nullable String more(@Nullable String cursor) {
    return cursor == null ? null : "&after=" + cursor;
  }
}
