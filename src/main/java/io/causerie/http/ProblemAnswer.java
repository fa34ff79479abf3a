package io.causerie.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as it goes over the wire. */
final class ProblemAnswer {
  private static final int UNAUTHORIZED = 401;
  /** In bytes; it quotes the caller's own words, which may be long. */
  private static final int LARGEST = 16 * 1024;

  private ProblemAnswer() {}

  /** Fails only when the caller has gone. */
  static Future<Void> send(HttpServerResponse response, Problem problem) {
    SecurityHeaders.put(response.headers());
    // What the route had said of its own answer is not true of this one.
    List.of(HttpHeaders.ETAG, HttpHeaders.CONTENT_ENCODING, HttpHeaders.CONTENT_LENGTH)
        .forEach(response.headers()::remove);
    @Nullable Duration retryAfter = problem.retryAfter();
    if (retryAfter != null) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(retryAfter)));
    }
    if (problem.code().status() == UNAUTHORIZED) {
      // RFC 9110, 11.6.1.
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    return response
        .setStatusCode(problem.code().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body(problem));
  }

  /** As many errors as fit. */
  private static Buffer body(Problem problem) {
    JsonObject json = problem.toJson();
    Buffer body = json.toBuffer();
    for (int told = problem.errors().size() - 1; body.length() > LARGEST && told >= 0; told--) {
      json.getJsonArray("errors").remove(told);
      body = json.toBuffer();
    }
    return body;
  }

  private static long wholeSeconds(Duration duration) {
    return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
