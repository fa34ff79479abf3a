package io.causerie.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come true. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Eventually() {}

  /** Fails by that name when the condition does not come true in time. */
  public static void is(String name, BooleanSupplier condition) {
    Instant end = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + name);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
