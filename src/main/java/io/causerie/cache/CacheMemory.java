package io.causerie.cache;

import com.github.benmanes.caffeine.cache.Ticker;

/**
 * The memory that all caches together may take. Each cache has a fixed share of it, so that a flood of
 * keys in one takes nothing from the others.
 */
public final class CacheMemory {
  /** A cache and its share in hundredths; together they are a hundred. */
  public enum Share {
    PAGES(40),
    COUNTS(8),
    COUNT_ANSWERS(5),
    THREADS(6),
    BRANCHES(2),
    SITES(10),
    LIMITS(12),
    WORD_LISTS(14),
    TEAM_NAMES(2),
    DASHBOARDS(1);

    private final int hundredths;

    Share(int hundredths) {
      this.hundredths = hundredths;
    }

    int hundredths() {
      return hundredths;
    }
  }

  /** What one cache may take, in bytes, and the clock that it expires by. */
  public record Part(long bytes, Ticker ticker) {}

  private final long bytes;
  private final Ticker ticker;

  public CacheMemory(long bytes, Ticker ticker) {
    this.bytes = bytes;
    this.ticker = ticker;
  }

  /** For a command, which looks things up once. */
  public static CacheMemory ofCommand() {
    return new CacheMemory(1024 * 1024, Ticker.systemTicker());
  }

  public Part part(Share share) {
    return new Part(bytes / 100 * share.hundredths, ticker);
  }
}
