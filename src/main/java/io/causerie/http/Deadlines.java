package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** How long a request may take, counted from where the handler stands in its route. */
public final class Deadlines {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Duration answer;

  public Deadlines() {
    this(Duration.ofSeconds(5));
  }

  Deadlines(Duration answer) {
    this.answer = answer;
  }

  /** Answers UNAVAILABLE when the route has not answered in time; stands after the body's reader. */
  public Handler<RoutingContext> answer() {
    return ctx -> {
      long timer = ctx.vertx().setTimer(answer.toMillis(), late -> fail(ctx));
      ctx.addEndHandler(end -> ctx.vertx().cancelTimer(timer));
      ctx.next();
    };
  }

  private static void fail(RoutingContext ctx) {
    if (!ctx.response().headWritten()) {
      ctx.fail(Problem.unavailable(
          RETRY_AFTER, "the outcome is unknown, retry with the same Idempotency-Key"));
    }
  }
}
