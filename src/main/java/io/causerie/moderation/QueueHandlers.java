package io.causerie.moderation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What waits for moderators, and what they have decided. */
public final class QueueHandlers {
  public Future<JsonObject> queue(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> item(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> totals(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
