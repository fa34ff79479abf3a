package io.causerie.ban;

import io.causerie.account.Networks;
import io.causerie.ban.RemovalStore.Found;
import io.causerie.comment.Status;
import io.causerie.comment.StatusChange;
import io.causerie.comment.StatusStore;
import io.causerie.comment.StatusStore.Outcome;
import io.causerie.db.Database;
import io.causerie.http.Cidr;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what the banned have written, and gives it back when a ban is lifted so: in batches, a batch
 * for each ban in turn, on whichever node takes the ban first. What is to be done stands in the
 * database, so that a crash only delays it.
 */
public final class Removal {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** No request lasts as long: after it, no post that did not see the ban can still arrive. */
  public static final Duration LONGEST_POST = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

  /**
   * What one batch came to.
   *
   * @param changed how many comments it has changed
   */
  private record Step(long banId, int changed) {}

  /** The work of one ban has failed, which says nothing of the others. */
  private static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long banId;

    Stuck(long banId, Throwable cause) {
      super("the work of the ban " + banId + " goes on later", cause);
      this.banId = banId;
    }
  }

  private final Vertx vertx;
  private final Database db;
  private final StatusStore statuses;
  private final Networks networks;
  private final InstantSource clock;
  private final Duration longestPost;
  private final RemovalStore store = new RemovalStore();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean stopped;

  /** @param longestPost within which every post that did not see a ban has arrived */
  public Removal(
      Vertx vertx,
      Database db,
      StatusStore statuses,
      Networks networks,
      InstantSource clock,
      Duration longestPost) {
    this.vertx = vertx;
    this.db = db;
    this.statuses = statuses;
    this.networks = networks;
    this.clock = clock;
    this.longestPost = longestPost;
  }

  /** Looks for work from now on; a second call changes nothing. */
  public void start() {
    if (started.compareAndSet(false, true)) {
      vertx.setPeriodic(PAUSE.toMillis(), tick -> kick());
    }
  }

  public void stop() {
    stopped = true;
  }

  /** Looks for work now, without waiting for it; who asks while it looks is not forgotten. */
  void kick() {
    asked.set(true);
    look();
  }

  private void look() {
    if (stopped || !asked.get() || !busy.compareAndSet(false, true)) {
      return;
    }
    asked.set(false);
    round(Long.MIN_VALUE, 0)
        .onComplete(done -> {
          busy.set(false);
          look();
        })
        .onFailure(failure -> {
          if (!stopped && !Database.isAway(failure)) {
            LOG.warn("the work of bans goes on later: {}", failure.toString());
          }
        });
  }

  /** A batch for each ban after that one, and again from the beginning as long as that changes anything. */
  private Future<Void> round(long after, int changed) {
    if (stopped) {
      return Future.succeededFuture();
    }
    return db.pool()
        .withTransaction(conn -> step(conn, after))
        .recover(Removal::passOver)
        .compose(step -> {
          if (step.isPresent()) {
            return round(step.get().banId, changed + step.get().changed);
          }
          return changed > 0 ? round(Long.MIN_VALUE, 0) : Future.succeededFuture();
        });
  }

  private static Future<Optional<Step>> passOver(Throwable failure) {
    if (failure instanceof Stuck stuck) {
      LOG.warn("{}: {}", stuck.getMessage(), String.valueOf(stuck.getCause()));
      return Future.succeededFuture(Optional.of(new Step(stuck.banId, 0)));
    }
    return Future.failedFuture(failure);
  }

  private Future<Optional<Step>> step(SqlConnection conn, long after) {
    Instant began = clock.instant();
    return store
        .take(conn, after)
        .compose(taken -> taken.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : batch(conn, taken.get(), began)
                .recover(failure -> Future.failedFuture(new Stuck(taken.get().banId(), failure)))
                .map(Optional::of));
  }

  private Future<Step> batch(SqlConnection conn, Work work, Instant began) {
    return find(conn, work)
        .compose(found -> found.isEmpty()
            ? finishIfSure(conn, work, began).map(finished -> 0)
            : change(work, found)
                .compose(changed -> store.note(conn, work, changed).map(noted -> changed)))
        .map(changed -> new Step(work.banId(), changed));
  }

  private Future<List<Found>> find(SqlConnection conn, Work work) {
    return work.restores()
        ? store.removed(conn, work)
        : origin(work).compose(origin -> store.standing(conn, work, origin));
  }

  private Future<Void> finishIfSure(SqlConnection conn, Work work, Instant began) {
    boolean early = !work.restores() && began.isBefore(work.since().plus(longestPost));
    return early ? Future.succeededFuture() : store.finish(conn, work);
  }

  private Future<Origin> origin(Work work) {
    Cidr block = work.block();
    if (block != null) {
      boolean subnet = Scope.of(block) == Scope.SUBNET;
      return networks
          .of(block.network())
          .map(network -> subnet
              ? new Origin(Scope.SUBNET, network.subnetHash())
              : new Origin(Scope.ADDRESS, network.addressHash()));
    }
    return Future.succeededFuture(work.stored());
  }

  /** One change for each kind there is, one after the other. */
  private Future<Integer> change(Work work, List<Found> found) {
    Map<Found.Kind, List<Long>> kindToIds = found.stream()
        .collect(
            Collectors.groupingBy(Found::kind, Collectors.mapping(Found::id, Collectors.toList())));
    Future<Integer> sum = Future.succeededFuture(0);
    for (var entry : kindToIds.entrySet()) {
      StatusChange change = change(work, entry.getKey(), entry.getValue());
      sum = sum.compose(
          changed -> statuses.change(change).map(outcomes -> changed + changed(outcomes)));
    }
    return sum;
  }

  private static StatusChange change(Work work, Found.Kind kind, List<Long> ids) {
    return new StatusChange(
        work.siteId(),
        ids,
        work.restores() ? kind.status() : Status.REJECTED,
        work.restores() ? Status.REJECTED : kind.status(),
        work.by(),
        work.restores() ? null : work.reason(),
        null,
        work.banId(),
        work.restores() ? kind.shadowed() : work.shadow(),
        true,
        null);
  }

  private static int changed(List<Outcome> outcomes) {
    return (int) outcomes.stream().filter(Outcome::changed).count();
  }
}
