package io.causerie.http;

import io.vertx.core.Future;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An answer that is worked out once a second at most, however many ask. Callers that come while it is
 * worked out wait for the same one. Safe from any thread.
 */
public final class EverySecond<T> implements Supplier<Future<T>> {
  private static final long SECOND = 1_000_000_000L;

  private final Supplier<Future<T>> source;
  private final LongSupplier nanos;
  private Future<T> last;
  private long asked;

  public EverySecond(Supplier<Future<T>> source) {
    this(source, System::nanoTime);
  }

  EverySecond(Supplier<Future<T>> source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
    this.last = Future.failedFuture("never asked");
    this.asked = nanos.getAsLong() - SECOND;
  }

  @Override
  public synchronized Future<T> get() {
    long now = nanos.getAsLong();
    if (last.isComplete() && now - asked >= SECOND) {
      asked = now;
      last = source.get();
    }
    return last;
  }
}
