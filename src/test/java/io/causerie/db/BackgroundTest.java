package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.testing.HandTimer;
import io.causerie.testing.LogLines;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds whose ends are stated, on a timer that is moved by hand. */
final class BackgroundTest {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Future<Next> LATER = Future.succeededFuture(Next.in(HOUR));
  private static final Future<Next> AT_ONCE = Future.succeededFuture(Next.AT_ONCE);
  private static final Future<Next> NEVER = Future.succeededFuture(Next.NEVER);

  private final LogLines log = LogLines.of(Background.class);
  private final HandTimer timer = new HandTimer();
  private final Queue<Future<Next>> rounds = new ArrayDeque<>();
  private static final Future<Next> THROWS = Future.failedFuture("thrown");

  private final Background work =
      new Background("counting", timer, new Pace(FIRST, AFTER_FAILURE), () -> {
        Future<Next> round = rounds.remove();
        if (round == THROWS) {
          throw new IllegalStateException("on purpose");
        }
        return round;
      });

  @AfterEach
  void leave() {
    log.close();
  }

  @Test
  void itStartsOnceAndPausesBetweenItsRounds() {
    rounds.addAll(List.of(LATER, LATER));
    work.start();
    work.start();

    assertThat(timer.pauses()).containsExactly(FIRST);
    timer.fire();
    assertThat(timer.pauses()).containsExactly(HOUR);
    timer.fire();
    assertThat(timer.pauses()).containsExactly(HOUR);
    assertThat(rounds).isEmpty();
  }

  @Test
  void itGoesOnAtOnceWhileThereIsMore() {
    rounds.addAll(List.of(AT_ONCE, AT_ONCE, LATER));
    work.start();
    timer.fire();

    assertThat(timer.pauses()).containsExactly(Duration.ZERO);
    timer.fire();
    assertThat(timer.pauses()).containsExactly(Duration.ZERO);
    timer.fire();
    assertThat(timer.pauses()).containsExactly(HOUR);
  }

  @Test
  void itEndsWhenAllIsDone() {
    rounds.add(NEVER);
    work.start();
    timer.fire();
    work.wake();
    work.start();

    assertThat(timer.pauses()).isEmpty();
    assertThat(work.stop().succeeded()).isTrue();
  }

  @Test
  void whoWakesItDoesNotWaitForThePause() {
    rounds.addAll(List.of(LATER, LATER));
    work.start();
    timer.fire();

    work.wake();

    assertThat(timer.pauses()).containsExactly(HOUR, Duration.ZERO);
    timer.fireLast();
    assertThat(rounds).isEmpty();
    assertThat(timer.pauses()).containsExactly(HOUR, HOUR);
    timer.fire();
    assertThat(timer.pauses())
        .as("the pause that was cut short begins no round")
        .hasSize(1);
  }

  @Test
  void whoWakesItDuringARoundIsNotForgotten() {
    Promise<Next> slow = Promise.promise();
    rounds.addAll(List.of(slow.future(), NEVER));
    work.start();
    timer.fire();

    work.wake();
    slow.complete(Next.NEVER);

    assertThat(timer.pauses()).containsExactly(Duration.ZERO);
    timer.fire();
    assertThat(rounds).isEmpty();
  }

  @Test
  void aStopIsWaitedForAndNothingRunsAfterIt() {
    Promise<Next> slow = Promise.promise();
    rounds.addAll(List.of(slow.future(), LATER));
    work.start();
    timer.fire();

    Future<Void> stopped = work.stop();

    assertThat(work.isStopped()).isTrue();
    assertThat(stopped.isComplete()).isFalse();
    slow.fail("the database is closed");
    assertThat(stopped.succeeded()).isTrue();
    work.wake();
    assertThat(timer.pauses()).isEmpty();
    assertThat(rounds).hasSize(1);
    assertThat(log.told()).as("what a stop breaks off is no trouble").isEmpty();
  }

  @Test
  void aStopDuringAPauseIsDoneAtOnce() {
    rounds.addAll(List.of(LATER, LATER));
    work.start();
    timer.fire();

    assertThat(work.stop().succeeded()).isTrue();
    timer.fire();
    assertThat(rounds).hasSize(1);
  }

  @Test
  void failuresAreToldOnceAndSoIsTheirEnd() {
    rounds.addAll(List.of(
        Future.failedFuture(new IllegalArgumentException("a bad row")),
        THROWS,
        Future.failedFuture(new IllegalArgumentException("a bad row")),
        LATER,
        LATER));
    work.start();
    timer.fire();
    assertThat(timer.pauses()).containsExactly(AFTER_FAILURE);
    timer.fire();
    assertThat(timer.pauses()).containsExactly(AFTER_FAILURE);
    timer.fire();
    timer.fire();
    timer.fire();

    assertThat(log.told())
        .containsExactly("ERROR counting failed, and is tried again", "INFO counting works again");
  }

  @Test
  void aDatabaseThatIsAwayIsToldApartFromAFailure() {
    Future<Next> away = Future.failedFuture(new ConnectException("refused"));
    rounds.addAll(List.of(away, away, Future.failedFuture("a bad row"), away, LATER));
    work.start();
    for (int round = 0; round < 5; round++) {
      timer.fire();
    }

    assertThat(log.told())
        .containsExactly(
            "WARN counting has to wait for the database: java.net.ConnectException: refused",
            "ERROR counting failed, and is tried again",
            "WARN counting has to wait for the database: java.net.ConnectException: refused",
            "INFO counting works again");
  }
}
