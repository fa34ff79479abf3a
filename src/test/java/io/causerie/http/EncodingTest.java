package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EncodingTest {
  private final Vertx vertx = Vertx.vertx();
  private final Encoding encoding = new Encoding(vertx);

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void whatIsSmallIsEncodedAtOnce() {
    Future<Thread> encoded = encoding.of(Encoding.LARGE, Thread::currentThread);

    assertThat(encoded.result()).isEqualTo(Thread.currentThread());
  }

  @Test
  void whatIsLargeIsEncodedAwayFromTheEventLoop() {
    assertThat(await(encoding.of(Encoding.LARGE + 1, Context::isOnWorkerThread)))
        .isTrue();
  }

  @Test
  void whenTooManyWaitOneMoreIsUnavailable() {
    CountDownLatch done = new CountDownLatch(1);
    List<Future<Boolean>> waiting = new ArrayList<>();
    for (int i = 0; i < Encoding.MOST_UNDER_WAY; i++) {
      waiting.add(encoding.of(Encoding.UNKNOWN, () -> waited(done)));
    }

    Future<Boolean> refused = encoding.of(Encoding.UNKNOWN, () -> true);
    done.countDown();

    assertThat(refused.cause()).isInstanceOf(RejectedExecutionException.class);
    assertThat(waiting).allSatisfy(one -> assertThat(await(one)).isTrue());
    assertThat(await(encoding.of(Encoding.UNKNOWN, () -> true))).isTrue();
  }

  private static boolean waited(CountDownLatch done) {
    try {
      return done.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static <T> T await(Future<T> future) {
    return future.timeout(20, TimeUnit.SECONDS).await();
  }
}
