package io.causerie.screening;

import io.causerie.http.Problem;

/**
 * In a thread with slow mode every author waits between two comments. Of two at
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
