package io.causerie.browser.component;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A thread as a reader's browser gets it: comments in the order of reading, each with one paragraph unless
 * it is given nodes.
 */
public final class Discussion {
  public static final String TIME = "2026-11-24T08:15:30.123Z";

  private static final int REPLIES_OF_A_PAGE = 5;

  private final List<JsonObject> comments = new ArrayList<>();

  public String root(String name, String text) {
    return root(name, paragraph(text));
  }

  /** The answer is the id. */
  public String root(String name, JsonArray nodes) {
    String id = nextId();
    comments.add(comment(id, name, nodes).putNull("parentId").put("rootId", id).put("depth", 0));
    return id;
  }

  /** The answer is the id. */
  public String reply(String parentId, String name, String text) {
    JsonObject parent = comment(parentId);
    String id = nextId();
    comments.add(comment(id, name, paragraph(text))
        .put("parentId", parentId)
        .put("rootId", parent.getString("rootId"))
        .put("depth", parent.getInteger("depth") + 1));
    JsonObject root = comment(parent.getString("rootId"));
    root.put("replyCount", root.getInteger("replyCount") + 1);
    return id;
  }

  /** To be changed, like a comment that is pinned. */
  public JsonObject comment(String id) {
    return comments.stream()
        .filter(one -> one.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What remains of a comment that was removed while its replies were not. */
  public Discussion remove(String id) {
    comment(id).putNull("author").put("body", new JsonArray()).put("status", "deleted");
    return this;
  }

  /** All of it as the answer to {@code GET /comments}, the newest root first. */
  public JsonObject page() {
    JsonArray roots = new JsonArray();
    comments.stream()
        .filter(one -> one.getInteger("depth") == 0)
        .forEach(root -> roots.add(0, branch(root)));
    long count = comments.stream().filter(one -> one.getValue("author") != null).count();
    JsonObject thread = new JsonObject()
        .put("key", "article")
        .putNull("url")
        .putNull("title")
        .put("commentCount", count)
        .put("closed", false);
    return new JsonObject()
        .put("thread", thread)
        .put("sort", "newest")
        .put("comments", roots)
        .putNull("next");
  }

  /** The same when it takes no new comments. */
  public JsonObject closed() {
    JsonObject page = page();
    page.getJsonObject("thread").put("closed", true);
    return page;
  }

  /** The answer to {@code GET /me} of the author of these, which only they see. */
  public static JsonObject mine(JsonObject... pending) {
    JsonArray ids = new JsonArray();
    JsonArray comments = new JsonArray();
    for (JsonObject comment : pending) {
      ids.add(comment.getString("id"));
      comments.add(comment.copy().put("status", "pending"));
    }
    return new JsonObject()
        .put("viewer", author("Ada"))
        .put("own", ids)
        .put("votes", new JsonObject())
        .put("pending", comments);
  }

  private JsonObject branch(JsonObject root) {
    List<JsonObject> replies = comments.stream()
        .filter(one -> one.getInteger("depth") > 0)
        .filter(one -> one.getString("rootId").equals(root.getString("id")))
        .toList();
    boolean more = replies.size() > REPLIES_OF_A_PAGE;
    return root.copy()
        .put("replies", new JsonArray(more ? replies.subList(0, REPLIES_OF_A_PAGE) : replies))
        .put("nextReplies", more ? "next" : null);
  }

  private String nextId() {
    return "%013d".formatted(comments.size() + 1);
  }

  private static JsonObject comment(String id, String name, JsonArray nodes) {
    return new JsonObject()
        .put("id", id)
        .put("author", author(name))
        .put("body", nodes)
        .put("createdAt", TIME)
        .putNull("editedAt")
        .put("status", "approved")
        .put("score", 0)
        .put("pinned", false)
        .put("replyCount", 0);
  }

  private static JsonObject author(String name) {
    return new JsonObject().put("name", name).put("kind", "guest");
  }

  private static JsonArray paragraph(String text) {
    return JsonArray.of(JsonArray.of("p", JsonArray.of(text)));
  }
}
