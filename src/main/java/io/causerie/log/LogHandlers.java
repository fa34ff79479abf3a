package io.causerie.log;

import io.causerie.comment.CommentJson;
import io.causerie.db.Database;
import io.causerie.http.Cursor;
import io.causerie.http.Encoding;
import io.causerie.http.Params;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Reading the moderation log. */
public final class LogHandlers {
  private final SiteStore sites;
  private final LogStore store;
  private final Encoding encoding;

  public LogHandlers(SiteStore sites, Database db, Encoding encoding) {
    this.sites = sites;
    this.encoding = encoding;
    this.store = new LogStore(db);
  }

  /** Newest first. */
  public Future<Void> list(RoutingContext ctx) {
    return site(ctx).compose(site -> {
      QueryFields query = Params.query(ctx);
      LogFilter filter = LogFilter.from(query, site);
      int limit = query.integer("limit", 1, 100, 50);
      Cursor after = Cursor.from(query, filter.list());
      query.check();
      return store
          .newest(filter, after == null ? null : after.id(), limit)
          .compose(page -> encoding.json(
              ctx, page.size(), () -> CommentJson.bytes(out -> page.write(filter.list(), out))));
    });
  }

  /** All of it as a file, oldest first. */
  public Future<Void> export(RoutingContext ctx) {
    return site(ctx).compose(site -> {
      QueryFields query = Params.query(ctx);
      LogFilter filter = LogFilter.from(query, site);
      LogFormat format = query.oneOf("format", LogFormat.BY_NAME, LogFormat.JSONL);
      query.check();
      return new LogExport(store, filter, format, encoding).send(ctx);
    });
  }

  private Future<Site> site(RoutingContext ctx) {
    return sites.find(Params.path(ctx, "site"));
  }
}
