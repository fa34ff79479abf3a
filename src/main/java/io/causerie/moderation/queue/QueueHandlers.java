package io.causerie.moderation.queue;

import io.causerie.comment.BodyFormat;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.http.Encoding;
import io.causerie.http.Params;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What waits for moderators, and what they have decided. */
public final class QueueHandlers {
  private final QueueStore store;
  private final CommentContextStore contexts;
  private final Encoding encoding;

  public QueueHandlers(Database db, Encoding encoding) {
    this.encoding = encoding;
    this.store = new QueueStore(db);
    this.contexts = new CommentContextStore(db);
  }

  public Future<Void> queue(RoutingContext ctx) {
    return store
        .page(QueueRequest.from(Params.query(ctx), Site.of(ctx)))
        .compose(page -> encoding.json(ctx, page.size(), page::bytes));
  }

  public Future<Void> item(RoutingContext ctx) {
    BodyFormat format = format(ctx);
    return store
        .item(Site.of(ctx), Id.parse(Params.path(ctx, "id")))
        .compose(item -> encoding.json(ctx, item.size(), () -> item.bytes(format)));
  }

  /** What is around a comment: above it, beside it, and by the same author. */
  public Future<Void> context(RoutingContext ctx) {
    BodyFormat format = format(ctx);
    return contexts
        .around(Site.of(ctx).id(), Id.parse(Params.path(ctx, "id")))
        .compose(context -> encoding.json(
            ctx, context.size(), () -> context.json(format).toBuffer().getBytes()));
  }

  public Future<JsonObject> totals(RoutingContext ctx) {
    return store.totals(Site.of(ctx).id());
  }

  private static BodyFormat format(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    BodyFormat format = BodyFormat.of(query);
    query.check();
    return format;
  }
}
