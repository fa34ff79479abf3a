package io.causerie.moderation;

import io.causerie.comment.BodyFormat;
import io.causerie.db.Database;
import io.causerie.db.Id;
import io.causerie.http.Encoding;
import io.causerie.http.Params;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What waits for moderators, and what they have decided. */
public final class QueueHandlers {
  private final SiteStore sites;
  private final QueueStore store;
  private final ContextStore contexts;
  private final Encoding encoding;

  public QueueHandlers(SiteStore sites, Database db, Encoding encoding) {
    this.sites = sites;
    this.encoding = encoding;
    this.store = new QueueStore(db);
    this.contexts = new ContextStore(db);
  }

  public Future<Void> queue(RoutingContext ctx) {
    return site(ctx)
        .compose(site -> store.page(QueueRequest.from(Params.query(ctx), site)))
        .compose(page -> encoding.json(ctx, page.size(), page::bytes));
  }

  public Future<Void> item(RoutingContext ctx) {
    BodyFormat format = format(ctx);
    return site(ctx)
        .compose(site -> store.item(site, Id.parse(Params.path(ctx, "id"))))
        .compose(item -> encoding.json(ctx, item.size(), () -> item.bytes(format)));
  }

  /** What is around a comment: above it, beside it, and by the same author. */
  public Future<Void> context(RoutingContext ctx) {
    BodyFormat format = format(ctx);
    return site(ctx)
        .compose(site -> contexts.around(site.id(), Id.parse(Params.path(ctx, "id"))))
        .compose(context -> encoding.json(
            ctx, context.size(), () -> context.json(format).toBuffer().getBytes()));
  }

  public Future<JsonObject> totals(RoutingContext ctx) {
    return site(ctx).compose(site -> store.totals(site.id()));
  }

  private static BodyFormat format(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    BodyFormat format = BodyFormat.of(query);
    query.check();
    return format;
  }

  private Future<Site> site(RoutingContext ctx) {
    return sites.find(Params.path(ctx, "site"));
  }
}
