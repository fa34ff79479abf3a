package io.causerie.screening;

import io.causerie.site.SiteSettings;

/** Catches what fills in every field, also the one that people do not see. */
public final class Honeypot implements Screen {
  @Override
  public String name() {
    return "honeypot";
  }

  @Override
  public String explanation(String detail) {
    return "A field that people do not see was filled in.";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    boolean isFilled = !candidate.form().website().isBlank();
    return isFilled && candidate.setting(SiteSettings.HONEYPOT) ? Verdict.spam(null) : Verdict.PASS;
  }
}
