package io.causerie.signin.password;

import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A few threads for work that takes long. It takes no more than it can begin while the caller waits for
 * the answer, by what the work took until now; the rest fails at once with UNAVAILABLE. So does what
 * was taken and could not be begun in time: its caller has gone.
 */
final class Lane {
  /** Less than what an answer may take, since there is more to do after this. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int MOST_WAITING = 64;
  private static final long FIRST_GUESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  /** How many of the newest measurements the average is about. */
  private static final int MEMORY = 8;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final WorkerExecutor workers;
  private final int threads;
  private final LongSupplier nanoTime;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong average = new AtomicLong(FIRST_GUESS_NANOS);

  /** @param threads how many the workers are */
  Lane(WorkerExecutor workers, int threads, LongSupplier nanoTime) {
    this.workers = workers;
    this.threads = threads;
    this.nanoTime = nanoTime;
  }

  <T> Future<T> run(Callable<T> task) {
    if (!isSoonEnough(underWay.getAndIncrement())) {
      underWay.decrementAndGet();
      return Future.failedFuture(tooLate());
    }
    long taken = nanoTime.getAsLong();
    return workers
        .executeBlocking(() -> begun(task, taken), false)
        .onComplete(done -> underWay.decrementAndGet());
  }

  /** @param ahead how many are worked on or wait */
  private boolean isSoonEnough(int ahead) {
    int before = ahead - threads + 1;
    return before <= 0
        || (before <= MOST_WAITING && before * average.get() / threads <= PATIENCE.toNanos());
  }

  private <T> T begun(Callable<T> task, long taken) throws Exception {
    long start = nanoTime.getAsLong();
    if (start - taken > PATIENCE.toNanos()) {
      throw tooLate();
    }
    try {
      return task.call();
    } finally {
      long took = nanoTime.getAsLong() - start;
      average.updateAndGet(old -> old + (took - old) / MEMORY);
    }
  }

  private static Problem tooLate() {
    return Problem.unavailable(RETRY_AFTER);
  }
}
