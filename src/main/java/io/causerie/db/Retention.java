package io.causerie.db;

import io.causerie.core.Steps;
import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.db.Background.Timer;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has all stores forget what is old, at the start and then every hour. */
public final class Retention {
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  /**
   * How far a round is.
   *
   * @param failure the first there was; it keeps no other store from forgetting
   */
  private record Round(int next, @Nullable Throwable failure) {
    Round then(AsyncResult<Integer> done) {
      return new Round(next + 1, failure == null ? done.cause() : failure);
    }
  }

  private final InstantSource clock;
  private final List<Forgets> stores;
  private final Background rounds;

  public Retention(Timer timer, InstantSource clock, List<Forgets> stores) {
    this.clock = clock;
    this.stores = stores;
    rounds = new Background(
        "forgetting what is old", timer, new Pace(Duration.ZERO, AFTER_FAILURE), this::round);
  }

  /** A second call changes nothing. */
  public void start() {
    rounds.start();
  }

  public Future<Void> stop() {
    return rounds.stop();
  }

  private Future<Next> round() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return Steps.run(
            new Round(0, null),
            round -> round.next < stores.size() && !rounds.isStopped(),
            round -> forget(stores.get(round.next), now)
                .transform(done -> Future.succeededFuture(round.then(done))))
        .compose(round -> round.failure == null
            ? Future.succeededFuture(Next.in(PAUSE))
            : Future.failedFuture(round.failure));
  }

  private Future<Integer> forget(Forgets store, OffsetDateTime now) {
    return Steps.run(1, last -> last > 0 && !rounds.isStopped(), last -> store.some(now));
  }
}
