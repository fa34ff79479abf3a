package io.causerie.account;

import io.causerie.http.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;

/**
 * Requires a recent re-authentication of a session (step-up); a token needs none. Stands
 * behind {@link Sessions}. Fails with STEP_UP_REQUIRED.
 */
public final class StepUp implements Handler<RoutingContext> {
  private final InstantSource clock;

  public StepUp(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Session session = Session.orNull(ctx);
    if (session != null && !clock.instant().isBefore(session.confirmedUntil())) {
      throw Problem.stepUpRequired();
    }
    ctx.next();
  }
}
