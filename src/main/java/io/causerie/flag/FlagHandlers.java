package io.causerie.flag;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Readers who report a comment. */
public final class FlagHandlers {
  public Future<JsonObject> flag(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
