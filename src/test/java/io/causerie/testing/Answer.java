package io.causerie.testing;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service answered to a request. */
public record Answer(HttpMethod method, String target, int status, MultiMap headers, Buffer body) {

  public JsonObject json() {
    return new JsonObject(body);
  }

  public @Nullable String header(String name) {
    return headers.get(name);
  }

  public String text() {
    return body.toString();
  }

  /** The code of a problem. */
  public String code() {
    return json().getString("code");
  }

  /** The bad fields that a problem names. */
  public List<String> badFields() {
    return json().getJsonArray("errors").stream()
        .map(error -> ((JsonObject) error).getString("field"))
        .toList();
  }
}
