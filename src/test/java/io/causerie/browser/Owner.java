package io.causerie.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Moderates the site {@code demo} past the browser. */
final class Owner {
  private final SiteClient demo;

  Owner(ServiceProcess service) {
    this.demo = new SiteClient(service, "demo");
  }

  void set(String setting, Object value) {
    demo.moderate("PATCH", "settings", new JsonObject().put(setting, value));
  }

  void change(String thread, String property, Object value) {
    demo.moderate("PATCH", "threads", new JsonObject().put("thread", thread).put(property, value));
  }

  void ban(String commentId, JsonObject ban) {
    demo.moderate("POST", "bans", ban.copy().put("commentId", commentId));
  }

  void remove(String commentId) {
    decide(commentId, "deleted");
  }

  void decide(String commentId, String status) {
    JsonObject decision =
        new JsonObject().put("ids", new JsonArray().add(commentId)).put("status", status);
    demo.moderate("POST", "decisions", decision);
  }

  /** The address under which a moderator looks at the comment in its article. */
  String look(String commentId) {
    return demo.moderate("POST", "comments/" + commentId + "/look", new JsonObject())
        .getString("url");
  }

  /** The only comment of the thread, as moderators see it. */
  JsonObject comment(String thread) {
    String query = "comments?thread=" + URLEncoder.encode(thread, StandardCharsets.UTF_8);
    return demo.moderate("GET", query, null).getJsonArray("comments").getJsonObject(0);
  }
}
