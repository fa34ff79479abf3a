package io.causerie.http;

import com.github.benmanes.caffeine.cache.Ticker;
import io.causerie.cache.Bounded;
import io.causerie.cache.CacheMemory;
import io.causerie.cache.CacheMemory.Share;
import io.causerie.cache.Sizes;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often a caller may do something. One caller is an IPv4 address or an IPv6 /64; behind the
 * latter stands its /48 with sixteen times as much. May be used from all event loops.
 */
public final class RateLimits {
  private static final int SUBNETS = 16;

  /** Measured: a bucket with its one bandwidth. */
  private static final int BUCKET_BYTES = 320;

  /** What is limited, each with its default: for one caller, for all of one site, or for a key. */
  public enum Action {
    REQUEST("CAUSERIE_LIMIT_REQUEST", "6000/1m"),
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

  /** Sixteen bytes of the SHA-256 of a caller's name, so that long names take no more than short ones. */
  private record Key(Action action, long high, long low) {
    static Key of(Action action, String who) {
      ByteBuffer digest = ByteBuffer.wrap(sha256(who));
      return new Key(action, digest.getLong(), digest.getLong());
    }

    private static byte[] sha256(String text) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }

  private final Map<Action, RateLimit> actionToLimit;
  private final ClientAddress addresses;
  private final Refusals refusals;
  private final TimeMeter clock;
  private final Bounded<Key, Bucket> buckets;

  /** An action that the map does not name is not limited. */
  public RateLimits(
      Map<Action, RateLimit> actionToLimit,
      ClientAddress addresses,
      Refusals refusals,
      CacheMemory memory) {
    this.actionToLimit = Map.copyOf(actionToLimit);
    this.addresses = addresses;
    this.refusals = refusals;
    CacheMemory.Part part = memory.part(Share.LIMITS);
    this.clock = new Nanoseconds(part.ticker());
    this.buckets = new Bounded<>(part, this::memory, key -> Sizes.OBJECT, bucket -> BUCKET_BYTES);
  }

  /** After this time without a request a bucket is as full as a new one. */
  private Duration memory(Key key) {
    @Nullable RateLimit limit = actionToLimit.get(key.action);
    return limit == null ? Duration.ZERO : limit.timeToForget();
  }

  /** Fails the request with TOO_MANY_REQUESTS when the action was done too often. */
  public Handler<RoutingContext> limit(Action action) {
    return ctx -> {
      count(action, addresses.of(ctx.request()));
      ctx.next();
    };
  }

  /**
   * The same for what several callers do together.
   *
   * @param key of those who share one limit
   */
  public Handler<RoutingContext> limit(Action action, Function<RoutingContext, String> key) {
    return ctx -> {
      count(action, key.apply(ctx), 1);
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

  /** Fails with TOO_MANY_REQUESTS when it was done too often under that key. */
  public void count(Action action, String key) {
    count(action, key, 1);
  }

  /** As if it had not been done that once. */
  public void giveBack(Action action, String key) {
    @Nullable Bucket bucket = buckets.find(Key.of(action, key));
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
        .get(Key.of(action, who), key -> bucket(limit.times(factor)))
        .tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      refusals.overLimit(action, who);
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
    return buckets.size();
  }

  long bytes() {
    return buckets.bytes();
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
