package io.causerie.screening;

import io.causerie.comment.Candidate;
import io.causerie.comment.Screen;
import io.causerie.comment.Verdict;
import io.causerie.site.SiteSettings;
import java.time.Duration;
import java.time.Instant;

/** Holds a comment that comes right after another of its author or network. */
public final class TooFast implements Screen {
  @Override
  public String name() {
    return "too-fast";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    Instant last = candidate.standing().last();
    if (last == null) {
      return Verdict.PASS;
    }
    Duration since = Duration.between(last, candidate.posting().at());
    return since.toSeconds() < candidate.setting(SiteSettings.SECONDS_BETWEEN)
        ? Verdict.hold(String.valueOf(Math.max(0, since.toSeconds())))
        : Verdict.PASS;
  }
}
