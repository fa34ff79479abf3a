package io.causerie.db;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in the background: one round at a time, again and again, from its start until it is stopped or
 * there is nothing left to do. A round that fails is followed by another. The log says when rounds
 * begin to fail and when they succeed again, not each failure between. Safe from any thread.
 */
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  /**
   * What follows a round.
   *
   * @param pause until the next round; null when it was the last
   */
  public record Next(@Nullable Duration pause) {
    /** There is more to do. */
    public static final Next AT_ONCE = new Next(Duration.ZERO);

    /** All is done. */
    public static final Next NEVER = new Next(null);

    public static Next in(Duration pause) {
      return new Next(pause);
    }
  }

  /**
   * The pauses that no round decides.
   *
   * @param first from the start until the first round
   * @param afterFailure from a round that failed until the next
   */
  public record Pace(Duration first, Duration afterFailure) {}

  /** How time passes; tests let it pass by hand. */
  @FunctionalInterface
  public interface Timer {
    /** Never calls back before it has returned. */
    void after(Duration time, Runnable act);

    static Timer of(Vertx vertx) {
      return (time, act) -> {
        if (time.isZero()) {
          vertx.runOnContext(now -> act.run());
        } else {
          vertx.setTimer(time.toMillis(), now -> act.run());
        }
      };
    }
  }

  private enum Trouble {
    NONE,
    AWAY,
    FAILURE
  }

  private final String name;
  private final Timer timer;
  private final Pace pace;
  private final Supplier<Future<Next>> round;
  private final Promise<Void> end = Promise.promise();
  private boolean started;
  private boolean running;
  private boolean asked;
  private boolean stopped;
  private long planned;
  private Trouble trouble = Trouble.NONE;

  /** @param name what the work does, as the log names it, like {@code working for bans} */
  public Background(String name, Timer timer, Pace pace, Supplier<Future<Next>> round) {
    this.name = name;
    this.timer = timer;
    this.pace = pace;
    this.round = round;
  }

  /** A second call changes nothing. */
  public synchronized void start() {
    if (!started && !stopped) {
      started = true;
      plan(pace.first());
    }
  }

  /** Begins a round now, or right after the one under way; does nothing before the start. */
  public synchronized void wake() {
    if (running) {
      asked = true;
    } else if (started && !stopped) {
      plan(Duration.ZERO);
    }
  }

  /** Begins no round any more, and succeeds when the one under way has ended. */
  public Future<Void> stop() {
    boolean over;
    synchronized (this) {
      stopped = true;
      over = !running;
    }
    if (over) {
      end.tryComplete();
    }
    return end.future();
  }

  /** For long rounds, which are to end early then. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized void plan(Duration pause) {
    long mine = ++planned;
    timer.after(pause, () -> begin(mine));
  }

  private void begin(long mine) {
    synchronized (this) {
      if (mine != planned || stopped) {
        return;
      }
      running = true;
      asked = false;
    }
    // What a round throws is caught as what it answers.
    Future.succeededFuture().compose(now -> round.get()).onComplete(this::ended);
  }

  private void ended(AsyncResult<Next> result) {
    Duration pause = result.succeeded() ? result.result().pause() : pace.afterFailure();
    boolean over;
    synchronized (this) {
      tell(result.cause());
      running = false;
      stopped |= pause == null && !asked;
      over = stopped;
      if (!over) {
        plan(pause == null || asked ? Duration.ZERO : pause);
      }
    }
    if (over) {
      end.tryComplete();
    }
  }

  private void tell(@Nullable Throwable failure) {
    Trouble now = Trouble.NONE;
    if (failure != null) {
      now = Outage.isBehind(failure) ? Trouble.AWAY : Trouble.FAILURE;
    }
    if (now == trouble || (failure != null && stopped)) {
      return;
    }
    trouble = now;
    switch (now) {
      case NONE -> LOG.info("{} works again", name);
      case AWAY -> LOG.warn("{} has to wait for the database: {}", name, String.valueOf(failure));
      case FAILURE -> LOG.error("{} failed, and is tried again", name, failure);
    }
  }
}
