package io.causerie.http;

import io.causerie.core.Workers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where answers are encoded: small ones at once, large ones away from the event loops. When too many
 * wait, or one is late, it fails as {@link Workers#run} does.
 */
public final class Encoding {
  /** What is larger costs more than a change of thread: a millisecond and up. */
  static final long LARGE = 64 * 1024;

  /** For what may be large and may be small. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  private static final Workers.Bounds BOUNDS = new Workers.Bounds(2, 32, Duration.ofSeconds(5));
  static final int MOST_UNDER_WAY = BOUNDS.threads() + BOUNDS.mostWaiting();

  private final Workers workers;

  public Encoding(Vertx vertx) {
    this.workers = new Workers(vertx, "encoding", BOUNDS);
  }

  /**
   * Answers with a JSON document.
   *
   * @param bytes about how many it has
   */
  public Future<Void> json(RoutingContext ctx, long bytes, Supplier<byte[]> document) {
    return of(bytes, document).compose(encoded -> {
      ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
      return SteppedBody.send(ctx, Buffer.buffer(encoded));
    });
  }

  /**
   * What the work makes.
   *
   * @param bytes about how many there will be
   */
  public <T> Future<T> of(long bytes, Supplier<T> work) {
    if (bytes <= LARGE) {
      return Future.succeededFuture(work.get());
    }
    return workers.run(deadline -> work.get());
  }
}
