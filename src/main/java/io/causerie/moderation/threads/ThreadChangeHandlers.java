package io.causerie.moderation.threads;

import io.causerie.account.Viewer;
import io.causerie.db.Database;
import io.causerie.event.ThreadChanges;
import io.causerie.http.Cursor;
import io.causerie.http.Encoding;
import io.causerie.http.Params;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.causerie.site.ThreadField;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** What moderators do to a thread as a whole. */
public final class ThreadChangeHandlers {
  private final ThreadListStore threads;
  private final ThreadChangeStore threadChanges;
  private final ThreadMergeStore merges;
  private final Encoding encoding;

  public ThreadChangeHandlers(Database db, ThreadChanges changes, Encoding encoding) {
    this.encoding = encoding;
    this.threads = new ThreadListStore(db);
    this.threadChanges = new ThreadChangeStore(db, changes);
    this.merges = new ThreadMergeStore(db, changes);
  }

  public Future<Void> list(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    Site site = Site.of(ctx);
    int list = Objects.hash("threads", site.id());
    String key = ThreadField.optional(query, "thread", site);
    int limit = query.integer("limit", 1, 100, 50);
    Cursor after = Cursor.from(query, list);
    query.check();
    return (key == null ? threads.newest(site, after, limit + 1) : threads.named(site, key))
        .map(found -> new ThreadList(found, list, limit))
        .compose(page -> encoding.json(ctx, Encoding.UNKNOWN, page::bytes));
  }

  public Future<JsonObject> change(RoutingContext ctx) {
    return threadChanges
        .change(ThreadChange.from(Params.body(ctx), Site.of(ctx), Viewer.of(ctx).acting()))
        .map(ThreadChangeHandlers::one);
  }

  public Future<JsonObject> merge(RoutingContext ctx) {
    return merges
        .merge(ThreadMerge.from(Params.body(ctx), Site.of(ctx), Viewer.of(ctx).acting()))
        .map(ThreadChangeHandlers::one);
  }

  private static JsonObject one(ModeratedThread thread) {
    return new JsonObject().put("thread", thread.toJson());
  }
}
