package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.HandTimer;
import io.causerie.testing.LogLines;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schedule by which stores forget. */
final class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

  private final HandTimer timer = new HandTimer();
  private final List<String> calls = new ArrayList<>();
  private int left = 3;

  @Test
  void eachStoreForgetsUntilNothingIsLeftAtTheStartAndThenEveryHour() {
    retention(this::many, this::one).start();

    assertThat(timer.pauses()).containsExactly(Duration.ZERO);
    timer.fire();

    assertThat(calls).containsExactly("many", "many", "many", "many", "one");
    assertThat(timer.pauses()).containsExactly(Duration.ofHours(1));
  }

  @Test
  void aStoreThatFailsKeepsNoOtherFromForgettingAndIsAskedAgainSoon() {
    Forgets failing = now -> Future.failedFuture("on purpose");
    try (LogLines log = LogLines.of(Background.class)) {
      retention(failing, this::one).start();
      timer.fire();

      assertThat(calls).containsExactly("one");
      assertThat(timer.pauses()).containsExactly(Duration.ofMinutes(1));
      assertThat(log.told())
          .containsExactly("ERROR forgetting what is old failed, and is tried again");
    }
  }

  @Test
  void aStopEndsItBetweenTwoStatements() {
    List<Retention> itself = new ArrayList<>();
    Retention retention = retention(
        now -> {
          calls.add("stops");
          itself.get(0).stop();
          return Future.succeededFuture(1_000);
        },
        this::one);
    itself.add(retention);
    retention.start();
    timer.fire();

    assertThat(calls).containsExactly("stops");
    assertThat(timer.pauses()).isEmpty();
  }

  private Future<Integer> many(OffsetDateTime now) {
    assertThat(now).isEqualTo(NOW.atOffset(ZoneOffset.UTC));
    calls.add("many");
    return Future.succeededFuture(left-- > 0 ? 1_000 : 0);
  }

  private Future<Integer> one(OffsetDateTime now) {
    calls.add("one");
    return Future.succeededFuture(0);
  }

  private Retention retention(Forgets... stores) {
    return new Retention(timer, InstantSource.fixed(NOW), List.of(stores));
  }
}
