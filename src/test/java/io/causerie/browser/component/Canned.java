package io.causerie.browser.component;

import io.causerie.http.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer as it will go over the wire, with the headers that the service would give it. */
record Canned(int status, MultiMap headers, Buffer body) {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  static Canned json(int status, JsonObject body) {
    return of(status, "application/json", body.toBuffer());
  }

  static Canned nothing() {
    return new Canned(NO_CONTENT, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
  }

  static Canned problem(Problem problem) {
    Canned refusal =
        of(problem.code().status(), "application/problem+json", problem.toJson().toBuffer());
    @Nullable Duration wait = problem.retryAfter();
    if (wait != null) {
      refusal.headers.set("Retry-After", Long.toString(wait.toSeconds()));
    }
    return refusal;
  }

  static Canned stream() {
    return of(200, "text/event-stream", Buffer.buffer());
  }

  private static Canned of(int status, String type, Buffer body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .set("Content-Type", type)
        .set("Access-Control-Allow-Origin", "*")
        .set("Cache-Control", "no-store")
        .set("Vary", "Accept-Encoding")
        .set("ETag", "\"fixture\"");
    if (status == CREATED) {
      headers.set("Location", "/fixture");
    }
    return new Canned(status, headers, body);
  }

  /** The same as everybody may get it. */
  Canned shared() {
    headers.set("Cache-Control", "public, max-age=0, stale-while-revalidate=0");
    return this;
  }

  /** Sends it whole, or leaves it open where it is a stream. */
  void send(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    response.setStatusCode(status);
    if ("text/event-stream".equals(headers.get("Content-Type"))) {
      response.setChunked(true).write(":\n\n");
    } else {
      response.end(body);
    }
  }
}
