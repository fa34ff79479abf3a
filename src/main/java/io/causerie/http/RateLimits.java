package io.causerie.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody may do something. One caller is an IPv4 address or an IPv6 /64; behind the
 * latter stands its /48 with sixteen times as much. May be used from all event loops.
 */
public final class RateLimits {
  private static final int MAX_BUCKETS = 200_000;
  private static final int SUBNETS = 16;
  private static final Duration LEAST_MEMORY = Duration.ofHours(1);

  /** What is limited, each with its default: for one caller, for all of one site, or for a key. */
  public enum Action {
    READ("CAUSERIE_LIMIT_READ", "600/1m"),
    POST("CAUSERIE_LIMIT_POST", "10/1m"),
    PREVIEW("CAUSERIE_LIMIT_PREVIEW", "60/1m"),
    SITE_POST("CAUSERIE_LIMIT_SITE_POST", "600/1m"),
    FLAG("CAUSERIE_LIMIT_FLAG", "20/1m"),
    MODERATE("CAUSERIE_LIMIT_MODERATE", "600/1m"),
    SIGN_IN("CAUSERIE_LIMIT_SIGN_IN", "10/1m"),
    SIGN_IN_FAILURE("CAUSERIE_LIMIT_SIGN_IN_FAILURES", "10/15m");

    private final String setting;
    private final String otherwise;

    Action(String setting, String otherwise) {
      this.setting = setting;
      this.otherwise = otherwise;
    }

    /** The name of the setting that overrides the default. */
    public String setting() {
      return setting;
    }

    /** The default, as the setting would say it. */
    public String otherwise() {
      return otherwise;
    }
  }

  private record Key(Action action, String who) {}

  private final Map<Action, RateLimit> actionToLimit;
  private final ClientAddress addresses;
  private final TimeMeter clock;
  private final Cache<Key, Bucket> buckets;

  /** An action that the map does not name is not limited. */
  public RateLimits(Map<Action, RateLimit> actionToLimit, ClientAddress addresses) {
    this(actionToLimit, addresses, Ticker.systemTicker(), Runnable::run);
  }

  RateLimits(
      Map<Action, RateLimit> actionToLimit,
      ClientAddress addresses,
      Ticker ticker,
      Executor executor) {
    this.actionToLimit = Map.copyOf(actionToLimit);
    this.addresses = addresses;
    this.clock = new Nanoseconds(ticker);
    this.buckets = Caffeine.newBuilder()
        .maximumSize(MAX_BUCKETS)
        .expireAfterAccess(memory(actionToLimit))
        .ticker(ticker)
        .executor(executor)
        .build();
  }

  private static Duration memory(Map<Action, RateLimit> actionToLimit) {
    return actionToLimit.values().stream()
        .map(RateLimit::timeToForget)
        .reduce(LEAST_MEMORY, (a, b) -> a.compareTo(b) < 0 ? b : a);
  }

  /** Fails the request with TOO_MANY_REQUESTS when the action was done too often. */
  public Handler<RoutingContext> limit(Action action) {
    return ctx -> {
      if (action == Action.SITE_POST) {
        count(action, Params.path(ctx, "site"), 1);
      } else {
        count(action, addresses.of(ctx.request()));
      }
      ctx.next();
    };
  }

  void count(Action action, InetAddress address) {
    count(action, ClientAddress.key64(address), 1);
    @Nullable String subnet = ClientAddress.key48(address);
    if (subnet != null) {
      count(action, subnet, SUBNETS);
    }
  }

  /** Fails with TOO_MANY_REQUESTS when whoever goes by that key did it too often. */
  public void count(Action action, String key) {
    count(action, key, 1);
  }

  /** As if it had not been done that once. */
  public void giveBack(Action action, String key) {
    @Nullable Bucket bucket = buckets.getIfPresent(new Key(action, key));
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  private void count(Action action, String who, int factor) {
    @Nullable RateLimit limit = actionToLimit.get(action);
    if (limit == null) {
      return;
    }
    ConsumptionProbe probe = buckets
        .get(new Key(action, who), key -> bucket(limit.times(factor)))
        .tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problem.tooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket(RateLimit limit) {
    return Bucket.builder()
        .addLimit(bandwidth ->
            bandwidth.capacity(limit.burst()).refillGreedy(limit.requests(), limit.period()))
        .withCustomTimePrecision(clock)
        .build();
  }

  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private record Nanoseconds(Ticker ticker) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ticker.read();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
