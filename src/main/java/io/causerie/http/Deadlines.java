package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * How long a request may take, from its first guard to its answer. The time in which its body is read
 * does not count: the client has that in its hands, and {@link Server} bounds it.
 */
public final class Deadlines {
  private static final String KEY = Deadlines.class.getName();
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Duration answer;

  public Deadlines() {
    this(Duration.ofSeconds(5));
  }

  Deadlines(Duration answer) {
    this.answer = answer;
  }

  /** Begins to count. Answers UNAVAILABLE when there is no other answer in time. */
  public Handler<RoutingContext> begin() {
    return ctx -> {
      Count count = new Count(ctx, answer);
      ctx.put(KEY, count);
      ctx.addEndHandler(end -> count.stop());
      count.start();
      ctx.next();
    };
  }

  /** Stands before the reader of the body. A request that was answered in the meantime ends here. */
  public static void pause(RoutingContext ctx) {
    ctx.<Count>get(KEY).stop();
    if (!ctx.response().headWritten()) {
      ctx.next();
    }
  }

  /** Stands behind the reader of the body. */
  public static void goOn(RoutingContext ctx) {
    ctx.<Count>get(KEY).start();
    ctx.next();
  }

  /** The count of one request, on its event loop. */
  private static final class Count {
    private final RoutingContext ctx;
    private long leftNanos;
    private long since;
    private long timer = -1;

    Count(RoutingContext ctx, Duration answer) {
      this.ctx = ctx;
      this.leftNanos = answer.toNanos();
    }

    void start() {
      since = System.nanoTime();
      long millis = Math.max(1, Duration.ofNanos(leftNanos).toMillis());
      timer = ctx.vertx().setTimer(millis, late -> fail(ctx));
    }

    void stop() {
      ctx.vertx().cancelTimer(timer);
      leftNanos -= System.nanoTime() - since;
    }
  }

  private static void fail(RoutingContext ctx) {
    if (!ctx.response().headWritten()) {
      ctx.fail(Problem.unavailable(
          RETRY_AFTER, "the outcome is unknown, retry with the same Idempotency-Key"));
    }
  }
}
