package io.causerie.account;

import io.causerie.http.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** Lets a viewer with one of these permissions through. Stands behind {@link Viewers}. */
public record Access(Set<Permission> sufficient) implements Handler<RoutingContext> {
  /** Fails with UNAUTHENTICATED without a token, and with FORBIDDEN for one that may not. */
  @Override
  public void handle(RoutingContext ctx) {
    Viewer viewer = Viewer.of(ctx);
    if (viewer.isAnonymous()) {
      throw Problem.unauthenticated("this is for the team of the site: send its token");
    }
    if (sufficient.stream().noneMatch(viewer::may)) {
      throw Problem.forbidden("your role or token does not allow this");
    }
    ctx.next();
  }
}
