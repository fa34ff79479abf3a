package io.causerie.posting;

import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;

/** What the widget's form asks for when it is opened. */
public final class FormHandlers {
  private final FormStamps stamps;
  private final InstantSource clock;

  public FormHandlers(FormStamps stamps, InstantSource clock) {
    this.stamps = stamps;
    this.clock = clock;
  }

  public Future<JsonObject> stamp(RoutingContext ctx) {
    return stamps.at(Site.of(ctx).id(), clock.instant()).map(stamp -> new JsonObject()
        .put("stamp", stamp));
  }
}
