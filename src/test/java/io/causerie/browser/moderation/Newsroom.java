package io.causerie.browser.moderation;

import io.causerie.browser.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A site of its own, so that what is counted there is what one test has done. */
final class Newsroom {
  static final String THREAD = "/2026/night-trains";
  private static final String PAGE = "https://news.example" + THREAD;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern TOKEN = Pattern.compile("#invitation=([A-Za-z0-9_-]+)");

  private final ServiceProcess service;
  private final String site;
  private final String ownerToken;

  private Newsroom(ServiceProcess service, String site, String ownerToken) {
    this.service = service;
    this.site = site;
    this.ownerToken = ownerToken;
  }

  /** Nothing is held there but first links, and nobody is too fast. */
  static Newsroom open(ServiceProcess service, String site) throws Exception {
    String printed = service.command("site", "add", site, "--origin=https://news.example");
    Newsroom room = new Newsroom(service, site, token(printed));
    room.ask("PATCH", "moderation/settings", new JsonObject().put("formSeconds", 0));
    return room;
  }

  static String token(String printed) throws IOException {
    Matcher token = TOKEN.matcher(printed);
    if (!token.find()) {
      throw new IOException("no link was printed");
    }
    return token.group(1);
  }

  String site() {
    return site;
  }

  ServiceProcess service() {
    return service;
  }

  /** Of the owner, good once. */
  String ownerToken() {
    return ownerToken;
  }

  Newsroom set(String setting, Object value) {
    ask("PATCH", "moderation/settings", new JsonObject().put(setting, value));
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
    return ask("POST", "comments", comment).getJsonObject("comment").getString("id");
  }

  void report(String id, String reason, String note) {
    ask(
        "POST",
        "comments/" + id + "/flags",
        new JsonObject().put("reason", reason).put("note", note));
  }

  /** Decides past every browser. */
  void decide(String id, String status) {
    ask(
        "POST",
        "moderation/decisions",
        new JsonObject().put("ids", new JsonArray().add(id)).put("status", status));
  }

  String status(String id) {
    return ask("GET", "moderation/comments/" + id, new JsonObject()).getString("status");
  }

  JsonObject totals() {
    return ask("GET", "moderation/totals", new JsonObject()).getJsonObject("totals");
  }

  /** How many entries of the log say that this was done. */
  int logged(String action) {
    int count = 0;
    String next = "";
    while (next != null) {
      String after = next.isEmpty() ? "" : "&after=" + next;
      JsonObject page =
          ask("GET", "moderation/log?limit=100&action=" + action + after, new JsonObject());
      count += page.getJsonArray("entries").size();
      next = page.getString("next");
    }
    return count;
  }

  JsonObject ask(String method, String path, JsonObject body) {
    URI address = URI.create(service.origin() + "/api/v1/sites/" + site + "/" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : body.encode()));
    if (path.startsWith("moderation/")) {
      request.header("Authorization", "Bearer " + ServiceProcess.OWNER_TOKEN);
    }
    HttpResponse<String> answer = send(request.build());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return answer.body().isEmpty() ? new JsonObject() : new JsonObject(answer.body());
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
