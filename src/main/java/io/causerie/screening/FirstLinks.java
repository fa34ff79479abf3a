package io.causerie.screening;

import io.causerie.site.SiteSettings;

/** Holds links of an author until enough of their comments with a link were approved. */
public final class FirstLinks implements Screen {
  @Override
  public String name() {
    return "first-links";
  }

  @Override
  public String explanation(String detail) {
    return "It has a link, and too few comments of this author were approved so far.";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    int needed = candidate.setting(SiteSettings.APPROVALS_BEFORE_LINKS);
    return candidate.standing().approvedLinks() < needed
            && LinkCount.of(candidate.text().bodyHtml()) > 0
        ? Verdict.hold(null)
        : Verdict.PASS;
  }
}
