package io.causerie.screening;

import io.causerie.site.SiteSettings;

/** Holds a comment with many links. */
public final class ManyLinks implements Screen {
  @Override
  public String name() {
    return "many-links";
  }

  @Override
  public String explanation(String detail) {
    return "Number of links in it: " + detail + ".";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    int most = candidate.setting(SiteSettings.HOLD_FROM_LINKS);
    int links = LinkCount.of(candidate.text().bodyHtml());
    return most > 0 && links >= most ? Verdict.hold(String.valueOf(links)) : Verdict.PASS;
  }
}
