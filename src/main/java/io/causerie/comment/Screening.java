package io.causerie.comment;

import io.causerie.account.Permission;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a comment before all screens. One that fails or takes too long holds it. */
public final class Screening {
  private static final long DEADLINE_MILLIS = 1_000;
  private static final Verdict FAILED = Verdict.hold("failed");
  private static final Verdict LATE = Verdict.hold("late");
  private static final Logger LOG = LoggerFactory.getLogger(Screening.class);

  private final Vertx vertx;
  private final List<Screen> screens;

  /** @param screens their order is the policy: the first that refuses is what the author is told */
  public Screening(Vertx vertx, List<Screen> screens) {
    this.vertx = vertx;
    this.screens = List.copyOf(screens);
  }

  /** Fails with the problem of a screen that refuses. The team's own comments are not screened. */
  public Future<Judgement> judge(Candidate candidate) {
    if (candidate.posting().viewer().may(Permission.MODERATE)) {
      return Future.succeededFuture(Judgement.APPROVED);
    }
    Findings findings = new Findings();
    return vertx
        .executeBlocking(() -> screen(candidate, findings), false)
        .timeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)
        .recover(failure -> failure instanceof Problem
            ? Future.failedFuture(failure)
            : Future.succeededFuture(unfinished(findings, failure)));
  }

  private Judgement screen(Candidate candidate, Findings findings) {
    for (Screen screen : screens) {
      Verdict verdict = verdict(screen, candidate);
      if (verdict.problem() != null) {
        throw verdict.problem();
      }
      findings.add(screen.name(), verdict);
    }
    return findings.judgement();
  }

  /** A screen that fails holds. */
  static Verdict verdict(Screen screen, Candidate candidate) {
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
