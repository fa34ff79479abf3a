package io.causerie.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A loop of so many steps that a stack or a chain of futures with a link for each would break. */
final class StepsTest {
  private static final int MANY = 100_000;
  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void anyNumberOfStepsThatEndAtOnceIsTaken() throws TimeoutException {
    assertThat(await(count(step -> Future.succeededFuture(step + 1)))).isEqualTo(MANY);
  }

  @Test
  void anyNumberOfStepsThatEndLaterIsTaken() throws TimeoutException {
    assertThat(await(onContext(StepsTest::later))).isEqualTo(MANY);
  }

  @Test
  void stepsMayEndOnAnyThread() throws TimeoutException {
    Function<Integer, Future<Integer>> step = number -> {
      Promise<Integer> ended = Promise.promise();
      VERTX.executeBlocking(() -> number + 1, false).onComplete(ended);
      return ended.future();
    };

    assertThat(await(count(step))).isEqualTo(MANY);
  }

  @Test
  void aStepThatFailsIsTheLast() {
    assertThatThrownBy(() -> await(onContext(
            step -> step < 3 ? later(step) : Future.failedFuture("the step " + step + " failed"))))
        .hasMessage("the step 3 failed");
    assertThatThrownBy(() -> await(count(step -> {
          throw new IllegalStateException("the step " + step + " threw");
        })))
        .hasMessage("the step 0 threw");
  }

  @Test
  void thereMayBeNothingToDo() throws TimeoutException {
    Future<String> none =
        Steps.run("first", state -> false, state -> Future.failedFuture("must not be taken"));

    assertThat(none.result()).isEqualTo("first");
  }

  private static Future<Integer> count(Function<Integer, Future<Integer>> step) {
    return Steps.run(0, reached -> reached < MANY, step);
  }

  /** All of it on one event loop, as queries are. */
  private static Future<Integer> onContext(Function<Integer, Future<Integer>> step) {
    Promise<Integer> end = Promise.promise();
    VERTX.getOrCreateContext().runOnContext(begin -> count(step).onComplete(end));
    return end.future();
  }

  private static Future<Integer> later(int step) {
    Promise<Integer> ended = Promise.promise();
    VERTX.getOrCreateContext().runOnContext(later -> ended.complete(step + 1));
    return ended.future();
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(30, TimeUnit.SECONDS);
  }
}
