package io.causerie.screening;

import io.causerie.site.SiteSettings;

/** Holds every comment where a moderator wants to see each one first. */
public final class Premoderation implements Screen {
  @Override
  public String name() {
    return "premoderation";
  }

  @Override
  public String explanation(String detail) {
    return detail.equals("thread")
        ? "Every comment of this thread waits for a moderator."
        : "Every comment of this site waits for a moderator.";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    if (candidate.setting(SiteSettings.PREMODERATED)) {
      return Verdict.hold("site");
    }
    return candidate.standing().thread().premoderated() ? Verdict.hold("thread") : Verdict.PASS;
  }
}
