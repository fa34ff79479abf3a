package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.db.Workers.Bounds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WorkersTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofHours(1);

  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void release() {
    released.countDown();
  }

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void whatIsDoneIsAnswered() throws TimeoutException {
    Workers workers = workers("answers", NEVER);

    String answer = await(workers.run(deadline -> "done"));
    assertThat(answer).isEqualTo("done");
    assertThatThrownBy(() -> await(workers.run(deadline -> {
          throw new IllegalStateException("on purpose");
        })))
        .hasMessage("on purpose");
  }

  @Test
  void whatIsMoreThanMayWaitIsRefusedAtOnce() throws TimeoutException {
    Workers workers = workers("full", NEVER);
    List<Future<String>> taken = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      taken.add(workers.run(deadline -> hang()));
    }

    Future<String> refused = workers.run(deadline -> hang());

    assertThat(refused.isComplete()).isTrue();
    assertThat(refused.cause()).isInstanceOf(RejectedExecutionException.class);
    released.countDown();
    await(Future.all(taken).mapEmpty());
    String answer = await(workers.run(deadline -> "room again"));
    assertThat(answer).isEqualTo("room again");
  }

  @Test
  void whatIsLateBeforeItBeginsNeverDoes() throws TimeoutException {
    Workers workers = workers("late", SOON);
    AtomicBoolean begun = new AtomicBoolean();
    Future<String> first = workers.run(deadline -> hang());
    Future<String> second = workers.run(deadline -> {
      begun.set(true);
      return "begun";
    });
    assertLate(first);
    assertLate(second);

    released.countDown();

    await(VERTX.createSharedWorkerExecutor("late", 1).executeBlocking(() -> "after both"));
    assertThat(begun).isFalse();
  }

  @Test
  void whatIsLateWhileItWorksSeesItAtItsNextLook() throws Exception {
    Workers workers = workers("working", SOON);
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    Future<String> late = workers.run(deadline -> {
      hang();
      try {
        deadline.check();
      } catch (CancellationException stop) {
        seen.complete(stop);
      }
      return "stopped";
    });
    assertLate(late);

    released.countDown();

    assertThat(seen.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
  }

  /** What nobody waits for any more still is in the way until it has ended. */
  @Test
  void whatIsLateCountsUntilItHasEnded() throws TimeoutException {
    Workers workers = workers("abandoned", SOON);
    for (int i = 0; i < 3; i++) {
      assertLate(workers.run(deadline -> hang()));
    }

    assertThat(workers.run(deadline -> hang()).cause())
        .isInstanceOf(RejectedExecutionException.class);
  }

  private Workers workers(String name, Duration time) {
    return new Workers(VERTX, name, new Bounds(1, 2, time));
  }

  private String hang() throws InterruptedException {
    released.await();
    return "released";
  }

  private static void assertLate(Future<?> future) {
    assertThatThrownBy(() -> await(future)).isInstanceOf(TimeoutException.class);
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(20, TimeUnit.SECONDS);
  }
}
