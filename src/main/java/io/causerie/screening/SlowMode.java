package io.causerie.screening;

import io.causerie.comment.Candidate;
import io.causerie.comment.Screen;
import io.causerie.comment.Verdict;
import io.causerie.http.Problem;
import java.time.Duration;
import java.time.Instant;

/** Where a moderator has slowed a thread down, everybody waits between two comments in it. */
public final class SlowMode implements Screen {
  @Override
  public String name() {
    return "slow-mode";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    Instant last = candidate.standing().lastHere();
    if (last == null) {
      return Verdict.PASS;
    }
    int seconds = candidate.standing().thread().slowModeSeconds();
    Duration left = Duration.between(candidate.posting().at(), last.plusSeconds(seconds));
    return left.compareTo(Duration.ZERO) > 0
        ? Verdict.refuse(Problem.tooManyRequests(
            left,
            "this thread is in slow mode: one comment every " + seconds
                + " seconds from each person"))
        : Verdict.PASS;
  }
}
