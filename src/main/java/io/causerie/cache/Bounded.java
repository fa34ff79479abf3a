package io.causerie.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A cache that is bounded in bytes, keys included, and whose entries expire when they are not used.
 * Safe from any thread.
 */
public final class Bounded<K, V> {
  /** What an entry takes beside its key and its value. */
  private static final int ENTRY = 136;

  private final Cache<K, V> entries;

  /**
   * @param unused how long an entry is kept after its last use; may depend on its key
   * @param keyBytes what a key takes in the heap
   * @param valueBytes what a value takes in the heap
   */
  public Bounded(
      CacheMemory.Part part,
      Function<K, Duration> unused,
      ToIntFunction<K> keyBytes,
      ToIntFunction<V> valueBytes) {
    this.entries = builder(part, keyBytes, valueBytes)
        .expireAfter(Expiry.<K, V>accessing((key, value) -> unused.apply(key)))
        .build();
  }

  /** The only place that makes a Caffeine cache; expiry is for the caller to add. */
  static <K, V> Caffeine<K, V> builder(
      CacheMemory.Part part, ToIntFunction<K> keyBytes, ToIntFunction<V> valueBytes) {
    return Caffeine.newBuilder()
        .maximumWeight(part.bytes())
        .<K, V>weigher((key, value) -> Math.addExact(
            ENTRY, Math.addExact(keyBytes.applyAsInt(key), valueBytes.applyAsInt(value))))
        .ticker(part.ticker())
        .executor(Runnable::run);
  }

  public @Nullable V find(K key) {
    return entries.getIfPresent(key);
  }

  /** Makes the value when it is not there; it is made once however many ask. */
  public V get(K key, Function<K, V> make) {
    return entries.get(key, make);
  }

  public void put(K key, V value) {
    entries.put(key, value);
  }

  public void drop(K key) {
    entries.invalidate(key);
  }

  public void dropAll() {
    entries.invalidateAll();
  }

  /** What is in it takes that many bytes; for tests. */
  public long bytes() {
    entries.cleanUp();
    return entries.policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  /** How many entries are in it; for tests. */
  public long size() {
    entries.cleanUp();
    return entries.estimatedSize();
  }
}
