package io.causerie.moderation;

import io.causerie.account.Actor;
import io.causerie.account.Permission;
import io.causerie.account.Session;
import io.causerie.account.Sessions;
import io.causerie.account.Viewer;
import io.causerie.account.Viewers;
import io.causerie.db.Database;
import io.causerie.db.Id;
import io.causerie.http.HeadAsGet;
import io.causerie.http.JsonFields;
import io.causerie.http.Params;
import io.causerie.http.Problem;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** What happens to comments at this moment, and who has which of them open. */
public final class LiveHandlers {
  private final SiteStore sites;
  private final LiveStore store;
  private final Live live;
  private final Viewers viewers;
  private final Sessions sessions;
  private final Duration check;

  /** @param check how often a stream checks that its listener still has the permission */
  public LiveHandlers(
      SiteStore sites, Database db, Live live, Viewers viewers, Sessions sessions, Duration check) {
    this.sites = sites;
    this.store = new LiveStore(db);
    this.live = live;
    this.viewers = viewers;
    this.sessions = sessions;
    this.check = check;
  }

  /** Goes on until the client or the service ends it, or the right to listen does. */
  public Future<Void> stream(RoutingContext ctx) {
    return sites.find(Params.path(ctx, "site")).compose(site -> {
      if (HeadAsGet.isHead(ctx)) {
        return LiveStream.head(ctx.response()).end();
      }
      return live.open(site.id(), new LiveStream(ctx, () -> mayGoOn(ctx), check));
    });
  }

  public Future<Void> looking(RoutingContext ctx) {
    Actor actor = Viewer.of(ctx).acting();
    return sites.find(Params.path(ctx, "site")).compose(site -> {
      JsonFields fields = Params.body(ctx);
      String asked = fields.string("comment");
      long comment = asked == null ? Id.NONE : Id.parse(asked);
      if (asked != null && comment == Id.NONE) {
        fields.error("comment", "is not an id");
      }
      fields.check();
      return asked == null
          ? store.lookAway(site.id(), actor)
          : store.look(site.id(), actor, comment).map(known -> {
            if (!known) {
              throw Problem.notFound("comment");
            }
            return null;
          });
    });
  }

  private Future<Boolean> mayGoOn(RoutingContext ctx) {
    Future<Viewer> viewer = Session.orNull(ctx) == null ? viewers.again(ctx) : sessions.again(ctx);
    return viewer.map(now -> now.may(Permission.READ));
  }
}
