package io.causerie.browser.component;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the moderators' page gets whatever it shows, and the comments of its queue. */
public final class Team {
  private static final String TIME = Discussion.TIME;

  private Team() {}

  /** Somebody who owns the site is signed in; nothing waits, and nothing happens. */
  public static Api signedIn(Api api) {
    JsonObject account = new JsonObject()
        .put("id", "1")
        .put("name", "Ann")
        .put("hasPassword", true)
        .put("totp", false)
        .put("recoveryCodes", 0)
        .put("passkeys", 0);
    JsonObject session = new JsonObject()
        .put("id", "1")
        .put("expiresAt", "2099-01-01T00:00:00Z")
        .put("confirmedUntil", "2099-01-01T00:00:00Z");
    JsonObject answer = new JsonObject()
        .put("account", account)
        .put("sites", JsonArray.of(new JsonObject().put("id", api.site()).put("role", "owner")))
        .put("session", session);
    return totals(api, 0)
        .answers("GET /session", answer)
        .streams("GET /moderation/live")
        .accepts("PUT /moderation/looking");
  }

  /** So many comments wait. */
  public static Api totals(Api api, int pending) {
    JsonObject totals = new JsonObject();
    List.of("approved", "rejected", "spam", "deleted", "flagged")
        .forEach(status -> totals.put(status, 0));
    totals.put("pending", pending).put("all", pending);
    return api.answers("GET /moderation/totals", new JsonObject().put("totals", totals));
  }

  /** The answer to {@code GET /moderation/comments}. */
  public static JsonObject queue(JsonObject... items) {
    return new JsonObject().put("comments", new JsonArray(List.of(items))).putNull("next");
  }

  /** A comment that waits for one reason, and that one reader has reported. */
  public static JsonObject item(String id, String name, String text) {
    JsonObject held = new JsonObject()
        .put("screen", "banned-word")
        .put("detail", "casino")
        .put("explanation", "It has the banned word “casino”.");
    JsonObject flag = new JsonObject()
        .put("reason", "off-topic")
        .put("note", "Not about trains at all.")
        .put("weight", 1)
        .putNull("outcome")
        .put("createdAt", TIME);
    return new JsonObject()
        .put("id", id)
        .putNull("parentId")
        .put("rootId", id)
        .put("depth", 0)
        .put("thread", thread())
        .put("author", author(name))
        .put("body", text)
        .put("bodyNodes", JsonArray.of(JsonArray.of("p", JsonArray.of(text))))
        .put("status", "pending")
        .put("shadowed", false)
        .put("heldFor", JsonArray.of(held))
        .put("flags", JsonArray.of(flag))
        .put("flagCount", 1)
        .putNull("parent")
        .put("createdAt", TIME)
        .putNull("editedAt")
        .put("pinned", false)
        .put("score", 0)
        .put("replyCount", 0)
        .put("timeline", JsonArray.of(posted()));
  }

  private static JsonObject thread() {
    return new JsonObject()
        .put("key", "/2026/night-trains")
        .put("url", "https://news.example/2026/night-trains")
        .put("title", "The return of the night train")
        .put("closed", false);
  }

  private static JsonObject author(String name) {
    return new JsonObject()
        .put("id", "00000000000A1")
        .put("name", name)
        .put("kind", "guest")
        .put("approved", 3)
        .put("pending", 1)
        .put("rejected", 1)
        .put("spam", 0)
        .put("deleted", 0)
        .put("firstSeen", TIME)
        .put("banned", false);
  }

  private static JsonObject posted() {
    return new JsonObject()
        .put("at", TIME)
        .putNull("actor")
        .put("action", "posted")
        .putNull("reason")
        .putNull("before")
        .put("after", new JsonObject().put("status", "pending"));
  }
}
