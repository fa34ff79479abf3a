package io.causerie.browser;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** Writes comments past the browser, each by a new guest. */
final class Seeds {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI comments;
  private final String thread;

  Seeds(ServiceProcess service, String thread) {
    this.comments = URI.create(service.origin() + "/api/v1/sites/demo/comments");
    this.thread = thread;
  }

  /** The answer is the id. */
  String root(String name, String text) throws IOException, InterruptedException {
    return post(null, name, text);
  }

  /** The answer is the id. */
  String reply(String parentId, String name, String text) throws IOException, InterruptedException {
    return post(parentId, name, text);
  }

  private String post(@Nullable String parentId, String name, String text)
      throws IOException, InterruptedException {
    JsonObject comment = new JsonObject()
        .put("thread", thread)
        .put("parentId", parentId)
        .put("author", new JsonObject().put("name", name))
        .put("body", text);
    HttpRequest request = HttpRequest.newBuilder(comments)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(comment.encode()))
        .build();
    String answer = CLIENT.send(request, BodyHandlers.ofString()).body();
    return new JsonObject(answer).getJsonObject("comment").getString("id");
  }
}
