package io.causerie.http;

import static io.causerie.http.RateLimits.Action.POST;
import static io.causerie.http.RateLimits.Action.READ;
import static io.causerie.http.RateLimits.Action.SITE_POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.causerie.cache.CacheMemory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {
  private static final InetAddress ANN = ipv4(1);
  private static final InetAddress BOB = ipv4(2);

  private static final Refusals REFUSALS = new Refusals(new SimpleMeterRegistry());
  private static final long MEMORY = 64L * 1024 * 1024;

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void asManyAsTheRuleSaysPassAtOnceAndTheNextIsRefused() {
    RateLimits limits = limits("10/1m");

    assertThat(passed(limits, 9, ANN)).isEqualTo(9);
    assertThat(passed(limits, 1, ANN)).isEqualTo(1);
    assertThat(passed(limits, 5, ANN)).isZero();
    assertThat(passed(limits, 1, BOB)).isEqualTo(1);
  }

  @Test
  void theRefusalSaysWhenTheNextPassesAndThenItPasses() {
    RateLimits limits = limits("10/1m");
    passed(limits, 10, ANN);

    @Nullable
    Duration wait =
        catchThrowableOfType(Problem.class, () -> limits.count(POST, ANN)).retryAfter();

    assertThat(wait).isEqualTo(Duration.ofSeconds(6));
    advance(Duration.ofSeconds(6).minusNanos(1));
    assertThat(passed(limits, 1, ANN)).isZero();
    advance(Duration.ofNanos(1));
    assertThat(passed(limits, 2, ANN)).isEqualTo(1);
  }

  @Test
  void afterThePeriodAllIsGivenBackAndNoMore() {
    RateLimits limits = limits("10/1m");
    passed(limits, 10, ANN);

    advance(Duration.ofMinutes(1));
    assertThat(passed(limits, 20, ANN)).isEqualTo(10);
    advance(Duration.ofMinutes(30));
    assertThat(passed(limits, 20, ANN)).isEqualTo(10);
  }

  @Test
  void aBurstIsHowManyPassAtOnce() {
    RateLimits limits = limits("60/1m,burst=3");

    assertThat(passed(limits, 10, ANN)).isEqualTo(3);
    advance(Duration.ofSeconds(2));
    assertThat(passed(limits, 10, ANN)).isEqualTo(2);
  }

  @Test
  void allAddressesOfOneSlash64AreOneCaller() {
    RateLimits limits = limits("10/1m");

    long passed = IntStream.range(0, 200)
        .filter(host -> passed(limits, 1, ipv6(7, host)) == 1)
        .count();

    assertThat(passed).isEqualTo(10);
  }

  @Test
  void allSlash64OfOneSlash48AreAtMostSixteenCallers() {
    RateLimits limits = limits("10/1m");

    long passed = IntStream.range(0, 200)
        .mapToLong(subnet -> passed(limits, 10, ipv6(subnet, 1)))
        .sum();

    assertThat(passed).isEqualTo(160);
  }

  @Test
  void aLongPeriodIsRememberedLongerThanAnHour() {
    RateLimits limits = limits("2/1d");
    passed(limits, 2, ANN);

    advance(Duration.ofHours(11));

    assertThat(passed(limits, 1, ANN)).isZero();
  }

  @Test
  void crowdsOfCallersDoNotFillTheMemory() {
    RateLimits limits = limits("10/1m");

    for (int i = 0; i < 300_000; i++) {
      limits.count(POST, ipv4(i));
    }

    assertThat(limits.bytes()).isLessThanOrEqualTo(MEMORY);
    assertThat(limits.size()).isBetween(10_000L, 250_000L);
    assertThat(passed(limits, 20, ipv4(-1))).isEqualTo(10);
  }

  @Test
  void aLongNameTakesNoMoreMemoryThanAShortOne() {
    RateLimits shortNames = limits("10/1m");
    RateLimits longNames = limits("10/1m");

    for (int i = 0; i < 100; i++) {
      shortNames.count(POST, "name " + i);
      longNames.count(POST, "n".repeat(100_000) + i);
    }

    assertThat(longNames.size()).isEqualTo(100);
    assertThat(longNames.bytes()).isEqualTo(shortNames.bytes());
  }

  @Test
  void aBucketIsForgottenWhenItIsFullAgain() {
    RateLimits limits = limits("10/1m");
    passed(limits, 10, ANN);

    advance(Duration.ofMinutes(1).plusNanos(1));

    assertThat(limits.size()).isZero();
  }

  @Test
  void whatHasNoLimitIsNotLimited() {
    RateLimits limits = limits("1/1h");

    for (int i = 0; i < 1000; i++) {
      limits.count(READ, ANN);
    }

    assertThat(limits.size()).isZero();
  }

  @Test
  void actionsAreCountedApart() {
    RateLimits limits = new RateLimits(
        Map.of(POST, RateLimit.parse("1/1m"), READ, RateLimit.parse("1/1m")),
        new ClientAddress(List.of()),
        REFUSALS,
        new CacheMemory(MEMORY, nanos::get));

    assertThat(passed(limits, 1, ANN)).isEqualTo(1);
    limits.count(READ, ANN);
    assertThatThrownBy(() -> limits.count(READ, ANN)).isInstanceOf(Problem.class);
  }

  @Test
  void aSiteHasALimitOfItsOwnForAllCallersTogether() {
    RateLimits limits = new RateLimits(
        Map.of(SITE_POST, RateLimit.parse("2/1m")),
        new ClientAddress(List.of()),
        REFUSALS,
        new CacheMemory(MEMORY, nanos::get));
    try (TestServer server = TestServer.with(router -> router
        .post("/sites/:site")
        .handler(limits.limit(SITE_POST, ctx -> ctx.pathParam("site")))
        .handler(ctx -> ctx.end()))) {
      assertThat(server.post("/sites/a", new byte[0]).statusCode()).isEqualTo(200);
      assertThat(server.post("/sites/a", new byte[0]).statusCode()).isEqualTo(200);
      assertThat(server.post("/sites/b", new byte[0]).statusCode()).isEqualTo(200);

      var refused = server.post("/sites/a", new byte[0]);

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValueAsLong("retry-after").orElse(0)).isBetween(1L, 30L);
    }
  }

  @Test
  void aKeyHasALimitOfItsOwnAndWhatIsGivenBackDidNotCount() {
    RateLimits limits = limits("2/1h");
    limits.count(POST, "one");
    limits.count(POST, "one");
    limits.count(POST, "another");
    assertThatThrownBy(() -> limits.count(POST, "one")).isInstanceOf(Problem.class);

    limits.giveBack(POST, "one");

    limits.count(POST, "one");
    assertThatThrownBy(() -> limits.count(POST, "one")).isInstanceOf(Problem.class);
  }

  @Test
  void whatIsGivenBackIsNeverMoreThanWasTaken() {
    RateLimits limits = limits("2/1h");
    limits.count(POST, "one");

    IntStream.range(0, 5).forEach(i -> limits.giveBack(POST, "one"));
    limits.giveBack(POST, "nobody");

    limits.count(POST, "one");
    limits.count(POST, "one");
    assertThatThrownBy(() -> limits.count(POST, "one")).isInstanceOf(Problem.class);
  }

  @Test
  void aForgedHeaderDoesNotMakeAnotherCaller() {
    RateLimits limits = new RateLimits(
        Map.of(POST, RateLimit.parse("3/1h")),
        new ClientAddress(List.of()),
        REFUSALS,
        new CacheMemory(MEMORY, nanos::get));
    try (TestServer server = TestServer.with(
        router -> router.post("/").handler(limits.limit(POST)).handler(ctx -> ctx.end()))) {
      long passed = IntStream.range(0, 50)
          .map(i ->
              server.post("/", new byte[0], "X-Forwarded-For", "6.6.6." + i).statusCode())
          .filter(status -> status == 200)
          .count();

      assertThat(passed).isEqualTo(3);
    }
  }

  @Test
  void aRuleSaysHowManyInWhichTime() {
    assertThat(RateLimit.parse("10/1m")).isEqualTo(new RateLimit(10, Duration.ofMinutes(1), 10));
    assertThat(RateLimit.parse("300/2h,burst=20"))
        .isEqualTo(new RateLimit(300, Duration.ofHours(2), 20));
    assertThat(RateLimit.parse("5/30s").period()).isEqualTo(Duration.ofSeconds(30));
    assertThat(RateLimit.parse("5/1d").period()).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "10/m", "0/1m", "10/0m", "-1/1m", "10/1w", "10/1m,burst=0", "10/1m,b=1"})
  void anythingElseIsNoRule(String rule) {
    assertThatThrownBy(() -> RateLimit.parse(rule)).isInstanceOf(IllegalArgumentException.class);
  }

  private RateLimits limits(String rule) {
    return new RateLimits(
        Map.of(POST, RateLimit.parse(rule)),
        new ClientAddress(List.of()),
        REFUSALS,
        new CacheMemory(MEMORY, nanos::get));
  }

  private void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static long passed(RateLimits limits, int requests, InetAddress address) {
    long passed = 0;
    for (int i = 0; i < requests; i++) {
      try {
        limits.count(POST, address);
        passed++;
      } catch (Problem tooMany) {
        assertThat(tooMany.code()).isEqualTo(Problem.Code.TOO_MANY_REQUESTS);
      }
    }
    return passed;
  }

  private static InetAddress ipv4(int number) {
    return address(ByteBuffer.allocate(4).putInt(number).array());
  }

  private static InetAddress ipv6(int subnet, int host) {
    return address(ByteBuffer.allocate(16)
        .putInt(0x20010db8)
        .putInt(0x00010000 | subnet)
        .putInt(0)
        .putInt(host)
        .array());
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
