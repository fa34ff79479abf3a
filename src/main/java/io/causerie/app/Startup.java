package io.causerie.app;

import io.causerie.db.Background;
import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.db.Background.Timer;
import io.causerie.db.Outage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the database up to date before anything else, and waits for one that is away. */
final class Startup {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int TRIES = 15;
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  private final Vertx vertx;
  private final Storage storage;
  private final Supplier<Future<Void>> next;
  private final Background waiting;

  /** @param next what begins once the schema is there; it may be begun again after a failure */
  Startup(Vertx vertx, Storage storage, Supplier<Future<Void>> next) {
    this.vertx = vertx;
    this.storage = storage;
    this.next = next;
    waiting = new Background(
        "taking up the database", Timer.of(vertx), new Pace(PAUSE, PAUSE), this::tryAgain);
  }

  /** Succeeds also while the database is away; fails when it is there but not fit. */
  Future<Void> run() {
    return attempt().recover(this::waitForDatabase);
  }

  Future<Void> stop() {
    return waiting.stop();
  }

  private Future<Void> attempt() {
    return storage.migrate().compose(migrated -> begin(TRIES));
  }

  /** The server was there a moment ago: on a busy machine it may be slow. */
  private Future<Void> begin(int tries) {
    return next.get()
        .recover(failure -> tries > 1 && Outage.isBehind(failure)
            ? vertx.timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS).compose(tick -> begin(tries - 1))
            : Future.failedFuture(failure));
  }

  private Future<Void> waitForDatabase(Throwable failure) {
    if (!Outage.isBehind(failure)) {
      return Future.failedFuture(failure);
    }
    LOG.warn("the database is away, waiting for it: {}", failure.getMessage());
    waiting.start();
    return Future.succeededFuture();
  }

  private Future<Next> tryAgain() {
    return attempt().onSuccess(ready -> LOG.info("the database is there")).map(Next.NEVER);
  }
}
