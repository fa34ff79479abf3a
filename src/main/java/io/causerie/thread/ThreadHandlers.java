package io.causerie.thread;

import io.causerie.account.Author;
import io.causerie.account.Viewer;
import io.causerie.cache.CacheMemory;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.SizedJson;
import io.causerie.db.Database;
import io.causerie.event.ThreadChanges;
import io.causerie.event.ThreadRef;
import io.causerie.http.EncodedBody;
import io.causerie.http.Encoding;
import io.causerie.http.Params;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The public reads, and the viewer's own comments. */
public final class ThreadHandlers {
  private static final int MOST_COUNTS = 100;

  /** Short, because a reader who reloads wants what is new; a shared cache may serve it a while longer. */
  private static final String CACHING = "public, max-age=2, stale-while-revalidate=30";

  private final ThreadStore store;
  private final ThreadCache pages;
  private final CountCache counts;
  private final Encoding encoding;

  public ThreadHandlers(Database db, Encoding encoding, CacheMemory memory) {
    this.store = new ThreadStore(db);
    this.pages = new ThreadCache(db, encoding, memory);
    this.counts = new CountCache(store, encoding, memory);
    this.encoding = encoding;
  }

  /** The same that reads again what changes. */
  public ThreadHandlers following(ThreadChanges changes) {
    changes.listen(pages);
    changes.listen(counts);
    return this;
  }

  public Future<Void> page(RoutingContext ctx) {
    return answer(ctx, pages.page(PageRequest.from(Params.query(ctx), Site.of(ctx))));
  }

  public Future<Void> counts(RoutingContext ctx) {
    return answer(ctx, counts.answer(threads(ctx, Site.of(ctx))));
  }

  public Future<Void> branch(RoutingContext ctx) {
    return answer(ctx, pages.branch(BranchRequest.from(ctx)));
  }

  public Future<Void> permalink(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    BodyFormat format = BodyFormat.of(query);
    query.check();
    return answer(
        ctx,
        store
            .permalink(Site.of(ctx).id(), BranchRequest.commentId(ctx))
            .compose(permalink -> encoding.of(
                permalink.size(),
                () -> ThreadCache.json(permalink.bytes(format, SizedJson.LARGEST_PAGE)))));
  }

  public Future<Void> me(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    BodyFormat format = BodyFormat.of(query);
    Viewer viewer = Viewer.of(ctx);
    ThreadRef thread = PageRequest.thread(query, Site.of(ctx));
    query.check();
    return mine(viewer, thread)
        .compose(mine -> encoding.json(
            ctx,
            mine.size(),
            () -> SizedJson.bytes(SizedJson.LARGEST_PAGE, json -> mine.write(format, json))));
  }

  private Future<Mine> mine(Viewer viewer, ThreadRef thread) {
    Author author = viewer.author();
    return author == null
        ? Future.succeededFuture(Mine.none(viewer))
        : store.byAuthor(thread, viewer, author.id());
  }

  private static Map<String, ThreadRef> threads(RoutingContext ctx, Site site) {
    QueryFields query = Params.query(ctx);
    List<String> asked = query.all("thread");
    if (asked.isEmpty() || asked.size() > MOST_COUNTS) {
      query.error("thread", "must be given 1 to " + MOST_COUNTS + " times");
    }
    Map<String, ThreadRef> askedToThread = new LinkedHashMap<>();
    asked.stream()
        .limit(MOST_COUNTS)
        .forEach(key -> askedToThread.put(key, PageRequest.thread(query, site, key)));
    query.check();
    return askedToThread;
  }

  private static Future<Void> answer(RoutingContext ctx, Future<EncodedBody> body) {
    return body.compose(encoded -> encoded.send(ctx, CACHING));
  }
}
