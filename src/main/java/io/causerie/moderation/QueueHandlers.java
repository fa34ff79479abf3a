package io.causerie.moderation;

import io.causerie.db.Database;
import io.causerie.db.Id;
import io.causerie.http.Params;
import io.causerie.site.Site;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What waits for moderators, and what they have decided. */
public final class QueueHandlers {
  private final SiteStore sites;
  private final QueueStore store;

  public QueueHandlers(SiteStore sites, Database db) {
    this.sites = sites;
    this.store = new QueueStore(db);
  }

  public Future<JsonObject> queue(RoutingContext ctx) {
    return site(ctx).compose(site -> store.page(QueueRequest.from(Params.query(ctx), site)));
  }

  public Future<JsonObject> item(RoutingContext ctx) {
    return site(ctx).compose(site -> store.item(site, Id.parse(Params.path(ctx, "id"))));
  }

  public Future<JsonObject> totals(RoutingContext ctx) {
    return site(ctx).compose(site -> store.totals(site.id()));
  }

  private Future<Site> site(RoutingContext ctx) {
    return sites.find(Params.path(ctx, "site"));
  }
}
