package io.causerie.log;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Reading the moderation log. */
public final class LogHandlers {
  public Future<JsonObject> list(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> export(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
