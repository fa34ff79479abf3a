package io.causerie.screening;

import io.causerie.comment.FormStamps;
import io.causerie.http.Params;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;

/** What the widget's form asks for before somebody writes in it. */
public final class FormHandlers {
  private final SiteStore sites;
  private final FormStamps stamps;
  private final InstantSource clock;

  public FormHandlers(SiteStore sites, FormStamps stamps, InstantSource clock) {
    this.sites = sites;
    this.stamps = stamps;
    this.clock = clock;
  }

  public Future<JsonObject> stamp(RoutingContext ctx) {
    return sites
        .find(Params.path(ctx, "site"))
        .compose(site -> stamps.at(site.id(), clock.instant()))
        .map(stamp -> new JsonObject().put("stamp", stamp));
  }
}
