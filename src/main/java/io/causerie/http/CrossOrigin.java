package io.causerie.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What pages of other origins may do. Everybody may read what is public; the rest is for the origins
 * of the site that the path names. Credentials of the browser are never part of it. Stands before
 * whatever may refuse a request, so that a page can read the refusal.
 */
public final class CrossOrigin {
  private static final String EXPOSED = "Location, Retry-After, ETag, Idempotency-Replayed";
  private static final String METHODS = "GET, POST";
  private static final String HEADERS = "Authorization, Content-Type, Idempotency-Key";
  private static final String TWO_HOURS = "7200";

  private final BiFunction<String, String, Future<Boolean>> siteAllowsOrigin;

  /** The function gets a site's slug and an origin as a browser sent it. */
  public CrossOrigin(BiFunction<String, String, Future<Boolean>> siteAllowsOrigin) {
    this.siteAllowsOrigin = siteAllowsOrigin;
  }

  /** Lets every page read the answer, whatever it is. */
  public Handler<RoutingContext> publicRead() {
    return ctx -> {
      allow(ctx.response(), "*");
      ctx.next();
    };
  }

  /** Refuses pages of foreign origins with FORBIDDEN; what names no origin is no page. */
  public Handler<RoutingContext> ownOrigins() {
    return ctx -> {
      ctx.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
      ctx.response().headers().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
      @Nullable String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
      if (origin == null) {
        ctx.next();
        return;
      }
      whenAllowed(ctx, origin, ctx::next);
    };
  }

  /** Answers what a browser asks before a request that a simple page could not send. */
  public Handler<RoutingContext> preflight() {
    return ctx -> {
      ctx.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
      @Nullable String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
      if (origin == null) {
        throw refused();
      }
      whenAllowed(ctx, origin, () -> answerPreflight(ctx));
    };
  }

  /** Refuses what pages of other origins ask, whichever they are. */
  public Handler<RoutingContext> nobody() {
    return ctx -> {
      throw Problem.forbidden("no page of another origin may ask this");
    };
  }

  private void whenAllowed(RoutingContext ctx, String origin, Runnable next) {
    Future<Boolean> answer = siteAllowsOrigin.apply(Params.path(ctx, "site"), origin);
    HttpServerRequest request = ctx.request();
    // Nobody listens to the body before the answer is there, so it must not flow.
    request.pause();
    answer
        .compose(allowed -> allowed ? Future.succeededFuture() : Future.failedFuture(refused()))
        .onComplete(done -> request.resume())
        .onSuccess(allowed -> {
          allow(ctx.response(), origin);
          next.run();
        })
        .onFailure(ctx::fail);
  }

  private static void allow(HttpServerResponse response, String origin) {
    response
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
  }

  private static void answerPreflight(RoutingContext ctx) {
    ctx.response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TWO_HOURS)
        .end()
        .onFailure(ctx::fail);
  }

  private static Problem refused() {
    return Problem.forbidden("the page's origin is not one of the site's");
  }
}
