package io.causerie.flag;

import io.causerie.account.Network;
import io.causerie.account.Viewer;
import io.causerie.core.Id;
import io.causerie.http.Params;
import io.causerie.site.Site;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Reports of comments by readers. */
public final class FlagHandlers {
  private final FlagComment flagComment;
  private final InstantSource clock;

  public FlagHandlers(FlagComment flagComment, InstantSource clock) {
    this.flagComment = flagComment;
    this.clock = clock;
  }

  public Future<Void> flag(RoutingContext ctx) {
    return flagComment.run(new Report(
        Site.of(ctx),
        Id.parse(Params.path(ctx, "id")),
        NewFlag.from(Params.body(ctx)),
        Viewer.of(ctx),
        Network.of(ctx),
        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
