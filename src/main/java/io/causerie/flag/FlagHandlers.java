package io.causerie.flag;

import io.causerie.account.Networks;
import io.causerie.account.Viewer;
import io.causerie.db.Id;
import io.causerie.http.Params;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Readers who report a comment. */
public final class FlagHandlers {
  private final SiteStore sites;
  private final Networks networks;
  private final FlagComment flagComment;
  private final InstantSource clock;

  public FlagHandlers(
      SiteStore sites, Networks networks, FlagComment flagComment, InstantSource clock) {
    this.sites = sites;
    this.networks = networks;
    this.flagComment = flagComment;
    this.clock = clock;
  }

  public Future<Void> flag(RoutingContext ctx) {
    return sites
        .find(Params.path(ctx, "site"))
        .compose(site -> networks
            .of(ctx.request())
            .map(network -> new Report(
                site,
                Id.parse(Params.path(ctx, "id")),
                NewFlag.from(Params.body(ctx)),
                Viewer.of(ctx),
                network,
                clock.instant().truncatedTo(ChronoUnit.MILLIS))))
        .compose(flagComment::run);
  }
}
