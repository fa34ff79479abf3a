package io.causerie.log;

import io.causerie.comment.CommentJson;
import io.causerie.db.Database;
import io.causerie.http.Cursor;
import io.causerie.http.Encoding;
import io.causerie.http.Params;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Reading the moderation log. */
public final class LogHandlers {
  private final LogStore store;
  private final Encoding encoding;

  public LogHandlers(Database db, Encoding encoding) {
    this.encoding = encoding;
    this.store = new LogStore(db);
  }

  /** Newest first. */
  public Future<Void> list(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    LogFilter filter = LogFilter.from(query, Site.of(ctx));
    int limit = query.integer("limit", 1, 100, 50);
    Cursor after = Cursor.from(query, filter.list());
    query.check();
    return store
        .newest(filter, after == null ? null : after.id(), limit)
        .compose(page -> encoding.json(
            ctx, page.size(), () -> CommentJson.bytes(out -> page.write(filter.list(), out))));
  }

  /** All of it as a file, oldest first. */
  public Future<Void> export(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    LogFilter filter = LogFilter.from(query, Site.of(ctx));
    LogFormat format = query.oneOf("format", LogFormat.BY_NAME, LogFormat.JSONL);
    query.check();
    return new LogExport(store, filter, format, encoding).send(ctx);
  }
}
