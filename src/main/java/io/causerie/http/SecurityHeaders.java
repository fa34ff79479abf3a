package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * The headers that keep an answer from being taken for something else, and from being kept. They are
 * the strictest there are; a page, a script of ours and a public answer put their own over them.
 */
public final class SecurityHeaders implements Handler<RoutingContext> {
  /** For an answer that is only ever data. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

  @Override
  public void handle(RoutingContext ctx) {
    put(ctx.response().headers());
    ctx.next();
  }

  static void put(MultiMap headers) {
    headers
        .set("Cache-Control", "no-store")
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set("Content-Security-Policy", NOTHING)
        .set("Cross-Origin-Resource-Policy", "same-origin");
  }
}
