package io.causerie.comment;

import io.causerie.account.Permission;
import io.causerie.comment.Verdict.Kind;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a comment before all screens. One that fails or takes too long holds it. */
public final class Screening {
  private static final long DEADLINE_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Screening.class);

  private final Vertx vertx;
  private final List<Screen> screens;

  /** @param screens their order is the policy: the first that refuses is what the author is told */
  public Screening(Vertx vertx, List<Screen> screens) {
    this.vertx = vertx;
    this.screens = List.copyOf(screens);
  }

  /** Fails with the problem of a screen that refuses. The team's own comments are not screened. */
  Future<Judgement> judge(Candidate candidate) {
    if (candidate.posting().viewer().may(Permission.MODERATE)) {
      return Future.succeededFuture(Judgement.APPROVED);
    }
    return vertx
        .executeBlocking(() -> screen(candidate), false)
        .timeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)
        .recover(failure -> failure instanceof Problem
            ? Future.failedFuture(failure)
            : Future.succeededFuture(
                new Judgement(Status.PENDING, false, List.of("screening:late"))));
  }

  private Judgement screen(Candidate candidate) {
    List<String> reasons = new ArrayList<>();
    Kind gravest = Kind.PASS;
    for (Screen screen : screens) {
      Verdict verdict = verdict(screen, candidate);
      if (verdict.problem() != null) {
        throw verdict.problem();
      }
      if (verdict.kind() != Kind.PASS) {
        reasons.add(reason(screen, verdict));
        gravest = verdict.kind().compareTo(gravest) > 0 ? verdict.kind() : gravest;
      }
    }
    return judgement(gravest, reasons);
  }

  private static Verdict verdict(Screen screen, Candidate candidate) {
    try {
      return screen.verdict(candidate);
    } catch (RuntimeException failure) {
      LOG.error("the screen {} failed, and so holds a comment", screen.name(), failure);
      return Verdict.hold("failed");
    }
  }

  private static String reason(Screen screen, Verdict verdict) {
    return verdict.detail() == null ? screen.name() : screen.name() + ":" + verdict.detail();
  }

  private static Judgement judgement(Kind gravest, List<String> reasons) {
    return switch (gravest) {
      case PASS -> Judgement.APPROVED;
      case HOLD -> new Judgement(Status.PENDING, false, reasons);
      case REJECT -> new Judgement(Status.REJECTED, false, reasons);
      case SPAM -> new Judgement(Status.SPAM, false, reasons);
      case SHADOW -> new Judgement(Status.REJECTED, true, reasons);
      case REFUSE -> throw new AssertionError("a refusal has a problem");
    };
  }
}
