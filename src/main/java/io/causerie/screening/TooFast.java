package io.causerie.screening;

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
  public String explanation(String detail) {
    return "Seconds since its author or network last wrote: " + detail + ".";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    int seconds = candidate.setting(SiteSettings.SECONDS_BETWEEN);
    Instant last = candidate.standing().last();
    if (seconds == 0 || last == null) {
      return Verdict.PASS;
    }
    // Of two at once the other may be stored with a later time.
    long since = Math.max(0, Duration.between(last, candidate.at()).toSeconds());
    return since < seconds ? Verdict.hold(String.valueOf(since)) : Verdict.PASS;
  }
}
