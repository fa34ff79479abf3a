package io.causerie.ban;

import io.causerie.account.Networks;
import io.causerie.ban.RemovalStore.Found;
import io.causerie.comment.Status;
import io.causerie.comment.StatusChange;
import io.causerie.comment.StatusStore;
import io.causerie.comment.StatusStore.Outcome;
import io.causerie.core.Steps;
import io.causerie.db.Background;
import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.db.Background.Timer;
import io.causerie.db.Database;
import io.causerie.http.Cidr;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Removes what the banned have written, and gives it back when a ban is lifted so: in batches, a batch
 * for each ban in turn, on whichever node takes the ban first. What is to be done stands in the
 * database, so that a crash only delays it.
 */
public final class Removal {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** No request lasts as long: after it, no post that did not see the ban can still arrive. */
  public static final Duration LONGEST_POST = Duration.ofSeconds(10);

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

  /**
   * How far a round is: a batch for each ban in turn, and again from the first as long as that changes
   * anything.
   *
   * @param after the ban that had its turn last
   * @param changed how many comments have been changed since the first ban had its turn
   * @param stuck the first of the bans whose work has failed since then
   */
  private record Round(long after, int changed, @Nullable Stuck stuck, boolean ended) {
    static final Round FIRST = new Round(Long.MIN_VALUE, 0, null, false);

    Round plus(Step step) {
      return new Round(step.banId, changed + step.changed, stuck, false);
    }

    Round passOver(Stuck ban) {
      return new Round(ban.banId, changed, stuck == null ? ban : stuck, false);
    }

    Round atTheLast() {
      return changed > 0 ? FIRST : new Round(after, changed, stuck, true);
    }
  }

  private final Database db;
  private final StatusStore statuses;
  private final Networks networks;
  private final InstantSource clock;
  private final Duration longestPost;
  private final RemovalStore store = new RemovalStore();
  private final Background rounds;

  /** @param longestPost within which every post that did not see a ban has arrived */
  public Removal(
      Timer timer,
      Database db,
      StatusStore statuses,
      Networks networks,
      InstantSource clock,
      Duration longestPost) {
    this.db = db;
    this.statuses = statuses;
    this.networks = networks;
    this.clock = clock;
    this.longestPost = longestPost;
    rounds = new Background("working for bans", timer, new Pace(PAUSE, PAUSE), this::round);
  }

  /** Looks for work from now on; a second call changes nothing. */
  public void start() {
    rounds.start();
  }

  public Future<Void> stop() {
    return rounds.stop();
  }

  /** Looks for work now, without waiting for it; a call during a round leads to another round. */
  void kick() {
    rounds.wake();
  }

  /** Fails with the ban that is stuck, if there is one, once no other has work to do. */
  private Future<Next> round() {
    return Steps.run(Round.FIRST, round -> !round.ended && !rounds.isStopped(), this::turn)
        .compose(round -> round.stuck == null
            ? Future.succeededFuture(Next.in(PAUSE))
            : Future.failedFuture(round.stuck));
  }

  private Future<Round> turn(Round round) {
    return db.pool()
        .withTransaction(conn -> step(conn, round.after))
        .map(step -> step.map(round::plus).orElseGet(round::atTheLast))
        .recover(failure -> failure instanceof Stuck stuck
            ? Future.succeededFuture(round.passOver(stuck))
            : Future.failedFuture(failure));
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
