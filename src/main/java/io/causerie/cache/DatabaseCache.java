package io.causerie.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read from the database. One load runs for a key however many ask; what is older than
 * the time to live is loaded again, and while that fails the last good value is served for up to a
 * minute more. A load that {@link #drop} overtakes is not kept. Safe from any thread; an answer comes
 * back on the caller's own context.
 */
public final class DatabaseCache<K, V> {
  private static final Duration STALE = Duration.ofMinutes(1);
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** The future and the times of a value. */
  private static final int ENTRY = 2 * Sizes.OBJECT;

  /** A value with its times in nanoseconds, or the failure that every waiting caller gets. */
  private record Entry<V>(
      @Nullable V value, @Nullable Throwable failure, long loadedAt, long freshUntil) {}

  /** A load that this call has taken upon itself. */
  private record Claim<V>(CompletableFuture<Entry<V>> result, @Nullable Entry<V> lastGood) {}

  private final AsyncCache<K, Entry<V>> entries;
  private final Duration timeToLive;
  private final Ticker ticker;

  /**
   * @param keyBytes what a key takes in the heap
   * @param valueBytes what a value takes in the heap
   */
  public DatabaseCache(
      CacheMemory.Part part,
      Duration timeToLive,
      ToIntFunction<K> keyBytes,
      ToIntFunction<V> valueBytes) {
    this.timeToLive = timeToLive;
    this.ticker = part.ticker();
    this.entries = Bounded.<K, Entry<V>>builder(part, keyBytes, entry -> weigh(entry, valueBytes))
        .expireAfterWrite(timeToLive.plus(STALE))
        .buildAsync();
  }

  public Future<V> get(K key, Function<K, Future<V>> loader) {
    Map<K, Claim<V>> claims = new LinkedHashMap<>();
    CompletableFuture<Entry<V>> entry = find(key, claims);
    if (!claims.isEmpty()) {
      settle(claims, loader.apply(key).map(value -> Map.of(key, value)));
    }
    return onCallersContext(entry);
  }

  /** Loads all that is missing at once; the loader must answer a value for each key it is given. */
  public Future<List<V>> getAll(
      Collection<K> keys, Function<Collection<K>, Future<Map<K, V>>> loader) {
    Map<K, Claim<V>> claims = new LinkedHashMap<>();
    List<Future<V>> values = new ArrayList<>();
    for (K key : keys) {
      values.add(onCallersContext(find(key, claims)));
    }
    if (!claims.isEmpty()) {
      settle(claims, loader.apply(claims.keySet()));
    }
    return Future.all(values).map(all -> all.<V>list());
  }

  public void drop(K key) {
    entries.synchronous().invalidate(key);
  }

  public void dropAll() {
    entries.synchronous().invalidateAll();
  }

  private CompletableFuture<Entry<V>> find(K key, Map<K, Claim<V>> claims) {
    while (true) {
      CompletableFuture<Entry<V>> present = entries.getIfPresent(key);
      if (present != null && !isOutdated(present)) {
        return present;
      }
      CompletableFuture<Entry<V>> own = new CompletableFuture<>();
      boolean mine = present == null
          ? entries.asMap().putIfAbsent(key, own) == null
          : entries.asMap().replace(key, present, own);
      if (mine) {
        claims.put(key, new Claim<>(own, present == null ? null : present.join()));
        return own;
      }
    }
  }

  private boolean isOutdated(CompletableFuture<Entry<V>> present) {
    return present.isDone() && ticker.read() - present.join().freshUntil >= 0;
  }

  private void settle(Map<K, Claim<V>> claims, Future<Map<K, V>> loaded) {
    loaded.onComplete(
        values -> claims.forEach((key, claim) -> keep(key, claim, values.get(key))),
        failure -> claims.forEach((key, claim) -> fallBack(key, claim, failure)));
  }

  private void keep(K key, Claim<V> claim, @Nullable V value) {
    if (value == null) {
      fallBack(key, claim, new IllegalStateException("the loader left out a key"));
      return;
    }
    long now = ticker.read();
    claim.result.complete(new Entry<>(value, null, now, now + timeToLive.toNanos()));
  }

  /** Failures are values here, because Caffeine logs each failed future with its stack trace. */
  private void fallBack(K key, Claim<V> claim, Throwable failure) {
    long now = ticker.read();
    Entry<V> last = claim.lastGood;
    if (last != null && now - last.loadedAt < timeToLive.plus(STALE).toNanos()) {
      claim.result.complete(new Entry<>(last.value, null, last.loadedAt, now + RETRY.toNanos()));
    } else {
      entries.asMap().remove(key, claim.result);
      claim.result.complete(new Entry<>(null, failure, now, now));
    }
  }

  private Future<V> onCallersContext(CompletableFuture<Entry<V>> entry) {
    if (entry.isDone()) {
      return unwrap(entry.join());
    }
    var context = Vertx.currentContext();
    Future<Entry<V>> result = context == null
        ? Future.fromCompletionStage(entry)
        : Future.fromCompletionStage(entry, context);
    return result.compose(DatabaseCache::unwrap);
  }

  private static <V> Future<V> unwrap(Entry<V> entry) {
    return entry.failure == null
        ? Future.succeededFuture(entry.value)
        : Future.failedFuture(entry.failure);
  }

  private static <V> int weigh(Entry<V> entry, ToIntFunction<V> valueBytes) {
    return ENTRY + (entry.value == null ? 0 : valueBytes.applyAsInt(entry.value));
  }
}
