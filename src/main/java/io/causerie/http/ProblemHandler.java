package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every failure as {@code application/problem+json}. Only failures of ours are logged, once,
 * under a reference that the caller sees too.
 */
public final class ProblemHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final List<Integer> STATUSES_OF_THE_ROUTER =
      List.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 431, 500, 501, 502, 503);

  /** Makes this the answer to every failure of the router's routes and of the router itself. */
  public void install(Router router) {
    STATUSES_OF_THE_ROUTER.forEach(status -> router.errorHandler(status, this));
    router.route().failureHandler(this);
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed()) {
      // A deadline has answered already, or nobody waits any more.
      LOG.debug("failure after the answer", ctx.failure());
      return;
    }
    Problem problem = problem(ctx);
    if (response.headWritten()) {
      reset(response);
    } else {
      answer(response, problem);
    }
  }

  private static Problem problem(RoutingContext ctx) {
    @Nullable Throwable failure = ctx.failure();
    @Nullable
    Problem problem = failure == null ? Problems.of(ctx.statusCode()) : Problems.of(failure);
    return problem == null ? unknown(ctx, failure) : problem;
  }

  private static Problem unknown(RoutingContext ctx, @Nullable Throwable failure) {
    String reference =
        String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
    @Nullable
    String route = ctx.currentRoute() == null ? null : ctx.currentRoute().getPath();
    LOG.error("failure {} in {} {}", reference, ctx.request().method(), route, failure);
    return Problem.internal(reference);
  }

  /** Half an answer must not look like a whole one. */
  private static void reset(HttpServerResponse response) {
    response.reset().onFailure(gone -> LOG.debug("{}", gone.toString()));
  }

  private static void answer(HttpServerResponse response, Problem problem) {
    response
        .setStatusCode(problem.code().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // What the route had said of its own answer is not true of this one.
    List.of(HttpHeaders.ETAG, HttpHeaders.CONTENT_ENCODING, HttpHeaders.CONTENT_LENGTH)
        .forEach(response.headers()::remove);
    @Nullable Duration retryAfter = problem.retryAfter();
    if (retryAfter != null) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(retryAfter)));
    }
    // It fails only when the caller has gone.
    response.end(problem.toJson().toBuffer()).onFailure(gone -> LOG.debug("{}", gone.toString()));
  }

  private static long wholeSeconds(Duration duration) {
    return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
