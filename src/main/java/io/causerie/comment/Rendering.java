package io.causerie.comment;

import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Renders and fingerprints bodies off the event loop, and gives up on one that takes too long. */
public final class Rendering {
  private static final long DEADLINE_MILLIS = 1_000;

  private final Vertx vertx;

  public Rendering(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Loads what the first comment would otherwise wait for. */
  public Future<Void> prepare() {
    return vertx.executeBlocking(
        () -> {
          Markup.toHtml("*a*");
          Fingerprint.of("\u00e4");
          return null;
        },
        false);
  }

  /** Fails with INVALID for a body that renders to more than we keep. */
  Future<String> toHtml(String body) {
    return inTime(() -> Markup.toHtml(body))
        .recover(failure -> Future.failedFuture(
            failure instanceof Markup.TooLong
                ? Problem.invalid("body", "has too much markup; please shorten it")
                : failure));
  }

  Future<Fingerprint> fingerprint(String body) {
    return inTime(() -> Fingerprint.of(body));
  }

  private <T> Future<T> inTime(Callable<T> work) {
    return vertx.executeBlocking(work, false).timeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
