package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Lets HEAD be answered by GET's route: the response still knows that it must not have a body. */
public final class HeadAsGet implements Handler<RoutingContext> {
  private static final String HEAD = "asked by HEAD";

  /** The method of the request says GET by then. */
  public static boolean isHead(RoutingContext ctx) {
    return ctx.get(HEAD) != null;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (ctx.request().method().equals(HttpMethod.HEAD)) {
      ctx.put(HEAD, true);
      ctx.reroute(HttpMethod.GET, ctx.request().uri());
    } else {
      ctx.next();
    }
  }
}
