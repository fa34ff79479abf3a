package io.causerie.screening;

import io.causerie.site.SiteSettings;

/** Holds what an author writes until enough of it was approved. A guest is known by token only. */
public final class FirstComments implements Screen {
  @Override
  public String name() {
    return "first-comments";
  }

  @Override
  public String explanation(String detail) {
    return "Too few comments of this author were approved so far.";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    int needed = candidate.setting(SiteSettings.APPROVALS_BEFORE_TRUST);
    return candidate.standing().approved() < needed ? Verdict.hold(null) : Verdict.PASS;
  }
}
