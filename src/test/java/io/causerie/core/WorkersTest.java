package io.causerie.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.core.Workers.Bounds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
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
import java.util.concurrent.atomic.AtomicInteger;
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
  void whatIsLateBeforeItBeginsNeverDoesAndCountsUntilItsTurnComes() throws TimeoutException {
    WorkerExecutor thread = VERTX.createSharedWorkerExecutor("late", 1);
    Future<String> busy = thread.executeBlocking(this::hang);
    Workers workers = workers("late", SOON);
    AtomicInteger begun = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      assertLate(workers.run(deadline -> begun.incrementAndGet()));
    }
    assertThat(workers.run(deadline -> "one more").cause())
        .isInstanceOf(RejectedExecutionException.class);

    released.countDown();

    await(busy);
    await(thread.executeBlocking(() -> "after all"));
    assertThat(begun).hasValue(0);
  }

  @Test
  void whatIsLateWhileItWorksSeesItAtItsNextLook() throws Exception {
    Workers workers = workers("working", SOON);
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    AtomicBoolean begun = new AtomicBoolean();
    while (!begun.get()) {
      assertLateOrFull(workers.run(deadline -> {
        begun.set(true);
        hang();
        try {
          deadline.check();
        } catch (CancellationException stop) {
          seen.complete(stop);
        }
        return "stopped";
      }));
    }

    released.countDown();

    assertThat(seen.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
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

  private static void assertLateOrFull(Future<?> future) {
    assertThatThrownBy(() -> await(future))
        .isInstanceOfAny(TimeoutException.class, RejectedExecutionException.class);
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(20, TimeUnit.SECONDS);
  }
}
