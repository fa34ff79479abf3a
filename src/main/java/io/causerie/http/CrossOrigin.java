package io.causerie.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What pages of other origins may do. All of them may read what is public; the rest is for the origins
 * of the site that the path names. Credentials of the browser are never part of it. Stands before
 * every guard that may refuse a request, so that a page can read the refusal.
 */
public final class CrossOrigin {
  private static final String EXPOSED = "Location, Retry-After, ETag, Idempotency-Replayed";
  private static final String METHODS = "GET, POST";
  private static final String HEADERS = "Authorization, Content-Type, Idempotency-Key";
  private static final String TWO_HOURS = "7200";

  private final BiPredicate<RoutingContext, String> siteAllows;

  /** @param siteAllows whether the site of a request allows an origin, which is as a browser sent it */
  public CrossOrigin(BiPredicate<RoutingContext, String> siteAllows) {
    this.siteAllows = siteAllows;
  }

  /** Lets every page read the answer, also a refusal. */
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
      if (origin != null) {
        if (!siteAllows.test(ctx, origin)) {
          throw refused();
        }
        allow(ctx.response(), origin);
      }
      ctx.next();
    };
  }

  /**
   * Answers what a browser asks before a request that a simple page could not send. Stands behind {@link
   * #ownOrigins}.
   */
  public static Future<Void> preflight(RoutingContext ctx) {
    if (ctx.request().getHeader(HttpHeaders.ORIGIN) == null) {
      throw refused();
    }
    return ctx.response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TWO_HOURS)
        .end();
  }

  /** Answers FORBIDDEN to what pages of other origins ask, whichever they are. */
  public static Future<Void> refuse(RoutingContext ctx) {
    return Future.failedFuture(Problem.forbidden("no page of another origin may ask this"));
  }

  private static void allow(HttpServerResponse response, String origin) {
    response
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
  }

  private static Problem refused() {
    return Problem.forbidden("the page's origin is not one of the site's");
  }
}
