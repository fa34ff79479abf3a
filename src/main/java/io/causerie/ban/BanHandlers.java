package io.causerie.ban;

import io.causerie.account.Network;
import io.causerie.account.Viewer;
import io.causerie.ban.BanStore.Draft;
import io.causerie.ban.BanStore.Lift;
import io.causerie.core.Id;
import io.causerie.http.Params;
import io.causerie.http.Problem;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Listing, making and lifting bans. */
public final class BanHandlers {
  private final TargetStore targets;
  private final BanStore bans;
  private final Removal removal;
  private final InstantSource clock;

  public BanHandlers(TargetStore targets, BanStore bans, Removal removal, InstantSource clock) {
    this.targets = targets;
    this.bans = bans;
    this.removal = removal;
    this.clock = clock;
  }

  public Future<JsonObject> list(RoutingContext ctx) {
    String site = Site.of(ctx).id();
    BanPage page = BanPage.from(Params.query(ctx), site);
    return bans.list(site, page).map(page::answer);
  }

  public Future<JsonObject> create(RoutingContext ctx) {
    return draft(ctx, Site.of(ctx))
        .compose(bans::make)
        .onSuccess(ban -> removal.kick())
        .map(ban -> {
          ctx.response()
              .setStatusCode(201)
              .putHeader(
                  "Location",
                  "/api/v1/sites/" + Site.of(ctx).id() + "/moderation/bans/" + Id.format(ban.id()));
          return answer(ban);
        });
  }

  public Future<JsonObject> lift(RoutingContext ctx) {
    QueryFields query = Params.query(ctx);
    boolean restore = query.oneOf("restore", Map.of("true", true, "false", false), false);
    query.check();
    Instant now = now();
    long id = Id.parse(Params.path(ctx, "id"));
    return bans.lift(new Lift(Site.of(ctx).id(), id, restore, Viewer.of(ctx).acting(), now))
        .map(found -> found.orElseThrow(() -> Problem.notFound("ban")))
        .onSuccess(ban -> removal.kick())
        .map(BanHandlers::answer);
  }

  private Future<Draft> draft(RoutingContext ctx, Site site) {
    Instant now = now();
    Viewer viewer = Viewer.of(ctx);
    NewBan asked = NewBan.from(Params.body(ctx), now);
    return targets
        .find(site.id(), asked.aim(), new Asker(viewer, Network.of(ctx)))
        .map(target -> new Draft(site.id(), asked, target, viewer.acting(), now));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static JsonObject answer(Ban ban) {
    return new JsonObject().put("ban", ban.toJson());
  }
}
