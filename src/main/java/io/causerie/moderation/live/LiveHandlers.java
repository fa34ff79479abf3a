package io.causerie.moderation.live;

import io.causerie.account.Actor;
import io.causerie.account.Permission;
import io.causerie.account.Viewer;
import io.causerie.db.Database;
import io.causerie.http.HeadAsGet;
import io.causerie.http.JsonFields;
import io.causerie.http.Params;
import io.causerie.http.Problem;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Function;

/** The live stream of a site, and the presence of its moderators. */
public final class LiveHandlers {
  private final LiveStore store;
  private final Live live;
  private final Function<RoutingContext, Future<Viewer>> viewerNow;
  private final Duration check;

  /**
   * Makes it.
   *
   * @param viewerNow recognises the caller of a request again
   * @param check how often a stream checks that its listener still has the permission
   */
  public LiveHandlers(
      Database db, Live live, Function<RoutingContext, Future<Viewer>> viewerNow, Duration check) {
    this.store = new LiveStore(db);
    this.live = live;
    this.viewerNow = viewerNow;
    this.check = check;
  }

  /** Goes on until the client or the service ends it, or the right to listen does. */
  public Future<Void> stream(RoutingContext ctx) {
    if (HeadAsGet.isHead(ctx)) {
      return LiveStream.head(ctx.response()).end();
    }
    return live.open(Site.of(ctx).id(), new LiveStream(ctx, () -> mayGoOn(ctx), check));
  }

  public Future<Void> looking(RoutingContext ctx) {
    Actor actor = Viewer.of(ctx).acting();
    String site = Site.of(ctx).id();
    JsonFields fields = Params.body(ctx);
    Long comment = fields.id("comment");
    fields.check();
    return comment == null
        ? store.lookAway(site, actor)
        : store.look(site, actor, comment).map(known -> {
          if (!known) {
            throw Problem.notFound("comment");
          }
          return null;
        });
  }

  private Future<Boolean> mayGoOn(RoutingContext ctx) {
    return viewerNow.apply(ctx).map(now -> now.may(Permission.READ));
  }
}
