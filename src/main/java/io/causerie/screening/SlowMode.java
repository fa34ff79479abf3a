package io.causerie.screening;

import io.causerie.http.Problem;

/**
 * Where a moderator has slowed a thread down, everybody waits between two comments in it. Of two at
 * once the statement that stores them refuses one.
 */
public final class SlowMode implements Screen {
  @Override
  public String name() {
    return "slow-mode";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    PostingContext standing = candidate.standing();
    Problem problem = standing.thread().tooSoon(standing.lastHere(), candidate.at());
    return problem == null ? Verdict.PASS : Verdict.refuse(problem);
  }
}
