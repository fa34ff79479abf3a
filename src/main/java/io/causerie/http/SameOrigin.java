package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other origins from using a visitor's cookie to change anything or to hold a stream
 * open. Fails with FORBIDDEN, and with UNSUPPORTED_MEDIA_TYPE for what a form could send.
 */
public final class SameOrigin {
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final OwnOrigin own;
  private final OwnCookie session;

  public SameOrigin(OwnOrigin own, OwnCookie session) {
    this.own = own;
    this.session = session;
  }

  /** For requests that sign in: forging them is worth while even without a cookie. */
  public Handler<RoutingContext> always() {
    return ctx -> {
      check(ctx.request());
      ctx.next();
    };
  }

  /** Says nothing against a request that comes with a token, or with nothing at all. */
  public Handler<RoutingContext> byCookie() {
    return ctx -> {
      HttpServerRequest request = ctx.request();
      if (request.getHeader(HttpHeaders.AUTHORIZATION) == null && session.read(request) != null) {
        check(request);
      }
      ctx.next();
    };
  }

  private void check(HttpServerRequest request) {
    HttpMethod method = request.method();
    boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    if (isRead ? isElsewhere(request) : !isOurs(request)) {
      throw Problem.forbidden("no page of another origin may ask this");
    }
    if (isRead) {
      return;
    }
    if (request.getHeader(HttpHeaders.CONTENT_TYPE) != null) {
      JsonMedia.check(request);
    }
  }

  /** No current browser leaves the header out of a read; {@code none} is an address that was typed. */
  private static boolean isElsewhere(HttpServerRequest request) {
    @Nullable String site = request.getHeader(FETCH_SITE);
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private boolean isOurs(HttpServerRequest request) {
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null
        ? "same-origin".equals(request.getHeader(FETCH_SITE))
        : origin.equals(own.of(request));
  }
}
