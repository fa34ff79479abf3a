package io.causerie.ban;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Who may not write. */
public final class BanHandlers {
  public Future<JsonObject> list(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> create(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> lift(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
