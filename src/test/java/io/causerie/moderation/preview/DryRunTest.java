package io.causerie.moderation.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.core.Workers;
import io.causerie.core.Workers.Bounds;
import io.causerie.moderation.preview.DryRun.Outcome;
import io.causerie.screening.Candidate;
import io.causerie.screening.Screen;
import io.causerie.screening.Verdict;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DryRunTest {
  private static final PastComment COMMENT = new PastComment(
      1, "Ann", "Hello", "<p>Hello</p>", Instant.EPOCH, false, 0, 0, null, null, List.of());

  /** A screen that counts. */
  private record Counting(AtomicInteger looked) implements Screen {
    @Override
    public String name() {
      return "counts";
    }

    @Override
    public Verdict verdict(Candidate candidate) {
      looked.incrementAndGet();
      return Verdict.PASS;
    }
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsInTheWayUntilItsTurnComesAndThenEnds() throws Exception {
    Vertx vertx = Vertx.vertx();
    CountDownLatch released = new CountDownLatch(1);
    try {
      AtomicInteger looked = new AtomicInteger();
      WorkerExecutor thread = vertx.createSharedWorkerExecutor("rehearsed", 1);
      Future<Object> busy = thread.executeBlocking(() -> {
        released.await();
        return "released";
      });
      DryRun dryRun = new DryRun(
          new Workers(vertx, "rehearsed", new Bounds(1, 1, Duration.ofMillis(1))),
          List.of(new Counting(looked)));

      assertLate(run(dryRun));
      assertLate(run(dryRun));
      assertThat(run(dryRun).cause()).isInstanceOf(RejectedExecutionException.class);
      released.countDown();

      busy.await(20, TimeUnit.SECONDS);
      thread.executeBlocking(() -> "after all").await(20, TimeUnit.SECONDS);
      assertThat(looked).hasValue(0);
    } finally {
      released.countDown();
      vertx.close().await();
    }
  }

  private static Future<List<Outcome>> run(DryRun dryRun) {
    return dryRun.run(List.of(COMMENT, COMMENT, COMMENT), SiteSettings.DEFAULTS);
  }

  private static void assertLate(Future<?> future) {
    assertThatThrownBy(() -> future.await(20, TimeUnit.SECONDS))
        .isInstanceOf(TimeoutException.class);
  }
}
