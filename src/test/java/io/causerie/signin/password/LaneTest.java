package io.causerie.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LaneTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger done = new AtomicInteger();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final Lane lane = new Lane(vertx.createSharedWorkerExecutor("lane", 1), 1, now::get);

  @AfterEach
  void close() {
    opened.countDown();
    vertx.close().await();
  }

  @Test
  void noMoreWaitThanCanBeginInThreeSecondsByWhatItTookUntilNow() {
    for (int i = 0; i < 60; i++) {
      lane.run(() -> work(700)).await();
    }
    lane.run(this::hold);

    List<Future<Integer>> waiting =
        IntStream.range(0, 10).mapToObj(i -> lane.run(() -> work(0))).toList();

    // Four times 0.7 s is less than 3 s, five times is more.
    assertThat(waiting.stream().map(Future::failed).toList().subList(0, 4)).containsOnly(false);
    assertThat(waiting.subList(4, 10)).allMatch(LaneTest::isRefused);
  }

  @Test
  void howeverFastTheWorkIsSixtyFourWaitAndNoMore() {
    for (int i = 0; i < 60; i++) {
      lane.run(() -> work(1)).await();
    }
    lane.run(this::hold);

    List<Future<Integer>> waiting =
        IntStream.range(0, 70).mapToObj(i -> lane.run(() -> work(0))).toList();

    assertThat(waiting.stream().filter(LaneTest::isRefused)).hasSize(6);
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotBegun() {
    lane.run(this::hold);
    Future<Integer> late = lane.run(() -> work(0));

    pass(3_001);
    opened.countDown();
    Future.join(List.of(late)).otherwiseEmpty().await();

    assertThat(isRefused(late)).isTrue();
    assertThat(done).hasValue(0);
    assertThat(lane.run(() -> work(0)).await()).isOne();
  }

  /** Takes that long by the clock of the lane. */
  private int work(long millis) {
    pass(millis);
    return done.incrementAndGet();
  }

  private void pass(long millis) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private boolean hold() throws InterruptedException {
    return opened.await(60, TimeUnit.SECONDS);
  }

  private static boolean isRefused(Future<?> future) {
    return future.failed()
        && future.cause() instanceof Problem problem
        && problem.code() == Problem.Code.UNAVAILABLE;
  }
}
