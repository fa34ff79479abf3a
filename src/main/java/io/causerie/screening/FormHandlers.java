package io.causerie.screening;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What the widget's form asks for before somebody writes in it. */
public final class FormHandlers {
  public Future<JsonObject> stamp(RoutingContext ctx) {
    return Future.failedFuture(ctx.request().path());
  }
}
