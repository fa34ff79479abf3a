package io.causerie.moderation.dashboard;

import io.causerie.cache.CacheMemory;
import io.causerie.cache.CacheMemory.Share;
import io.causerie.cache.DatabaseCache;
import io.causerie.cache.Sizes;
import io.causerie.db.Database;
import io.causerie.http.Params;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;

/** The recent figures of a site; they may be a minute old. */
public final class DashboardHandlers {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

  private record Asked(String siteId, int days) {}

  private final DashboardStore store;
  private final DatabaseCache<Asked, Buffer> cache;

  public DashboardHandlers(Database db, InstantSource clock, CacheMemory memory) {
    this.store = new DashboardStore(db, clock);
    this.cache = new DatabaseCache<>(
        memory.part(Share.DASHBOARDS),
        TIME_TO_LIVE,
        asked -> Sizes.OBJECT + Sizes.of(asked.siteId),
        Buffer::length);
  }

  public Future<Buffer> read(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    int days = query.integer("days", 7, 90, 30);
    query.check();
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    return cache.get(
        new Asked(Site.of(ctx).id(), days), asked -> store.read(asked.siteId, asked.days));
  }
}
