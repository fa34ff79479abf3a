package io.causerie.moderation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Deciding about comments. */
public final class DecisionHandlers {
  public Future<JsonObject> decide(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
