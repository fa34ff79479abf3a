package io.causerie.screening;

import io.causerie.comment.Candidate;
import io.causerie.comment.Screen;
import io.causerie.comment.Verdict;
import io.causerie.site.SiteSettings;

/** Holds every comment of a site whose owner wants to see each one first. */
public final class Premoderation implements Screen {
  @Override
  public String name() {
    return "premoderation";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    return candidate.setting(SiteSettings.PREMODERATED) ? Verdict.hold(null) : Verdict.PASS;
  }
}
