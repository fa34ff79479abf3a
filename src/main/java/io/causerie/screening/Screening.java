package io.causerie.screening;

import io.causerie.core.Workers;
import io.causerie.core.Workers.Bounds;
import io.causerie.core.Workers.Deadline;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a comment before all screens. One that fails or takes too long holds it; when too many comments
 * wait, it fails with UNAVAILABLE instead.
 */
public final class Screening {
  private static final int MOST_WAITING = 64;
  private static final Verdict FAILED = Verdict.hold("failed");
  private static final Verdict LATE = Verdict.hold("late");
  private static final Logger LOG = LoggerFactory.getLogger(Screening.class);

  private final Workers workers;
  private final List<Screen> screens;

  /**
   * Makes it.
   *
   * @param time for all screens of one comment
   * @param screens their order is the policy: the first that refuses is what the author is told
   */
  public Screening(Vertx vertx, Duration time, List<Screen> screens) {
    this.workers = new Workers(vertx, "screening", Bounds.perProcessor(MOST_WAITING, time));
    this.screens = List.copyOf(screens);
  }

  /** Fails with the problem of a screen that refuses. */
  public Future<Judgement> judge(Candidate candidate) {
    Findings findings = new Findings();
    return workers
        .run(deadline -> screen(candidate, findings, deadline))
        .recover(
            failure -> failure instanceof Problem || failure instanceof RejectedExecutionException
                ? Future.failedFuture(failure)
                : Future.succeededFuture(unfinished(findings, failure)));
  }

  private Judgement screen(Candidate candidate, Findings findings, Deadline deadline) {
    for (Screen screen : screens) {
      deadline.check();
      Verdict verdict = verdict(screen, candidate);
      if (verdict.problem() != null) {
        throw verdict.problem();
      }
      findings.add(screen.name(), verdict);
    }
    return findings.judgement();
  }

  /** A screen that fails holds. */
  public static Verdict verdict(Screen screen, Candidate candidate) {
    try {
      return screen.verdict(candidate);
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.error("the screen {} failed, and so holds a comment", screen.name(), failure);
      return FAILED;
    }
  }

  private static Judgement unfinished(Findings findings, Throwable failure) {
    LOG.error("the screens did not finish, and so hold a comment", failure);
    findings.add("screening", failure instanceof TimeoutException ? LATE : FAILED);
    return findings.judgement();
  }
}
