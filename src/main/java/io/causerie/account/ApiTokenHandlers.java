package io.causerie.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The tokens of a site's team and of its programs. */
public final class ApiTokenHandlers {
  public Future<JsonObject> list(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> create(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> revoke(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
