package io.causerie.moderation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What a site's team sets for it. */
public final class SettingsHandlers {
  public Future<JsonObject> read(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }

  public Future<JsonObject> change(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
