package io.causerie.core;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads of their own for work that wants a processor, so that it is bounded in number, in how much
 * of it waits, and in time. Work whose caller has been told that it is late does not begin, and ends at
 * its next look at the deadline.
 */
public final class Workers {
  /** Work that looks at its deadline from time to time. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Deadline deadline) throws Exception;
  }

  /** Whether the caller still waits for some work. */
  public static final class Deadline {
    private volatile boolean over;

    /** Of work whose caller still waits. */
    public static Deadline open() {
      return new Deadline();
    }

    public void end() {
      over = true;
    }

    /** Fails with a {@link CancellationException} when the caller no longer waits. */
    public void check() {
      if (over) {
        throw new CancellationException("nobody waits for this any more");
      }
    }
  }

  /**
   * How much is done.
   *
   * @param mostWaiting for a free thread
   * @param time from the call to its end, the wait for a thread included
   */
  public record Bounds(int threads, int mostWaiting, Duration time) {
    /** As many threads as processors, two at least: one that hangs does not stop the rest. */
    public static Bounds perProcessor(int mostWaiting, Duration time) {
      return new Bounds(Math.max(2, Runtime.getRuntime().availableProcessors()), mostWaiting, time);
    }
  }

  private final WorkerExecutor executor;
  private final Bounds bounds;
  private final AtomicInteger underWay = new AtomicInteger();

  /** @param name of the threads, which must be unique in the process */
  public Workers(Vertx vertx, String name, Bounds bounds) {
    this.executor = vertx.createSharedWorkerExecutor(name, bounds.threads());
    this.bounds = bounds;
  }

  /**
   * Fails at once with a {@link RejectedExecutionException} when too much waits already, and with a
   * {@link java.util.concurrent.TimeoutException} when the time is over.
   */
  public <T> Future<T> run(Work<T> work) {
    if (underWay.incrementAndGet() > bounds.threads() + bounds.mostWaiting()) {
      underWay.decrementAndGet();
      return Future.failedFuture(new RejectedExecutionException("too much waits already"));
    }
    Deadline deadline = Deadline.open();
    return executor
        .executeBlocking(
            () -> {
              deadline.check();
              return work.run(deadline);
            },
            false)
        .onComplete(ended -> underWay.decrementAndGet())
        .timeout(bounds.time().toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(failed -> deadline.end());
  }
}
