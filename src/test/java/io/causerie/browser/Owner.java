package io.causerie.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;

/** Moderates the site {@code demo} past the browser. */
final class Owner {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String moderation;

  Owner(ServiceProcess service) {
    this.moderation = service.origin() + "/api/v1/sites/demo/moderation/";
  }

  void set(String setting, Object value) {
    ask("PATCH", "settings", new JsonObject().put(setting, value));
  }

  void change(String thread, String property, Object value) {
    ask("PATCH", "threads", new JsonObject().put("thread", thread).put(property, value));
  }

  void ban(String commentId, JsonObject ban) {
    ask("POST", "bans", ban.copy().put("commentId", commentId));
  }

  void remove(String commentId) {
    decide(commentId, "deleted");
  }

  void decide(String commentId, String status) {
    JsonObject decision =
        new JsonObject().put("ids", new JsonArray().add(commentId)).put("status", status);
    ask("POST", "decisions", decision);
  }

  /** The address under which a moderator looks at the comment in its article. */
  String look(String commentId) {
    return ask("POST", "comments/" + commentId + "/look", new JsonObject()).getString("url");
  }

  /** The only comment of the thread, as moderators see it. */
  JsonObject comment(String thread) {
    String query = "comments?thread=" + URLEncoder.encode(thread, StandardCharsets.UTF_8);
    return ask("GET", query, new JsonObject()).getJsonArray("comments").getJsonObject(0);
  }

  private JsonObject ask(String method, String path, JsonObject body) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(moderation + path))
        .header("Authorization", "Bearer " + ServiceProcess.OWNER_TOKEN)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : body.encode()))
        .build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new CompletionException(interruption);
    }
  }
}
