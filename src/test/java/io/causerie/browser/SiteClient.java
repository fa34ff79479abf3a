package io.causerie.browser;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Asks a site past every browser; a refusal is an {@link IllegalStateException}. */
public final class SiteClient {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String site;

  public SiteClient(ServiceProcess service, String site) {
    this.site = service.origin() + "/api/v1/sites/" + site + "/";
  }

  /** As the owner of every site, below the moderation of this one. */
  public JsonObject moderate(String method, String path, @Nullable JsonObject body) {
    HttpRequest.Builder request = request(method, "moderation/" + path, body)
        .header("Authorization", "Bearer " + ServiceProcess.OWNER_TOKEN);
    return answer(request.build());
  }

  /** As somebody who has never been there. */
  public JsonObject post(String path, JsonObject body) {
    return answer(request("POST", path, body).build());
  }

  private HttpRequest.Builder request(String method, String path, @Nullable JsonObject body) {
    return HttpRequest.newBuilder(URI.create(site + path))
        .header("Content-Type", "application/json")
        .method(
            method,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()));
  }

  private static JsonObject answer(HttpRequest request) {
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          request.method() + " " + request.uri() + ": " + answer.body());
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
