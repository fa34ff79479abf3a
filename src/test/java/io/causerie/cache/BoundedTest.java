package io.causerie.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.cache.CacheMemory.Share;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BoundedTest {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final Duration UNUSED = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong();
  private final CacheMemory memory = new CacheMemory(100 * MEBIBYTE, nanos::get);

  @Test
  void theSharesAreAllThereIs() {
    assertThat(EnumSet.allOf(Share.class).stream().mapToInt(Share::hundredths).sum())
        .isEqualTo(100);
  }

  @Test
  void longKeysTakeTheirBytesOfTheShare() {
    Bounded<String, Integer> cache = texts();

    for (int i = 0; i < 1_000; i++) {
      cache.put("k".repeat(50_000) + i, i);
    }

    assertThat(cache.bytes()).isLessThanOrEqualTo(2 * MEBIBYTE);
    assertThat(cache.size()).isBetween(1L, 2 * MEBIBYTE / 100_000);
  }

  @Test
  void anEntryTakesSomethingHoweverShortItIs() {
    Bounded<String, Integer> cache = texts();

    for (int i = 0; i < 100_000; i++) {
      cache.put(Integer.toString(i), i);
    }

    assertThat(cache.size()).isLessThan(2 * MEBIBYTE / 136);
  }

  @Test
  void whatIsNotUsedExpires() {
    Bounded<String, Integer> cache = texts();
    cache.put("used", 1);
    cache.put("unused", 2);

    nanos.addAndGet(UNUSED.minusSeconds(1).toNanos());
    assertThat(cache.find("used")).isEqualTo(1);
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());

    assertThat(cache.find("used")).isEqualTo(1);
    assertThat(cache.find("unused")).isNull();
    assertThat(cache.size()).isEqualTo(1);
  }

  @Test
  void keysOfTheDatabaseAreWeighedToo() {
    DatabaseCache<String, Integer> cache = new DatabaseCache<>(
        memory.part(Share.TEAM_NAMES), Duration.ofSeconds(1), Sizes::of, value -> 16);
    AtomicInteger loads = new AtomicInteger();

    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100; i++) {
        cache.get("k".repeat(50_000) + i, key -> Future.succeededFuture(loads.incrementAndGet()));
      }
    }

    // Twenty of a hundred keys of 100 KB fit into 2 MiB: the others are loaded again.
    assertThat(loads.get()).isBetween(180, 200);
  }

  private Bounded<String, Integer> texts() {
    return new Bounded<>(
        memory.part(Share.TEAM_NAMES), key -> UNUSED, Sizes::of, value -> Integer.BYTES);
  }
}
