package io.causerie.moderation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What moderators do to a thread as a whole. */
public final class ThreadHandlers {
  public Future<JsonObject> list(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> change(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> merge(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
