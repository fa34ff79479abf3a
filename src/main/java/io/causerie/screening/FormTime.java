package io.causerie.screening;

import io.causerie.site.SiteSettings;
import java.time.Duration;
import java.time.Instant;

/** Holds what was sent faster than people write, or without a form that this site gave out. */
public final class FormTime implements Screen {
  private static final Duration LONGEST = Duration.ofDays(1);

  @Override
  public String name() {
    return "form-time";
  }

  @Override
  public String explanation(String detail) {
    return switch (detail) {
      case "young" -> "It was sent sooner after the form was opened than people write.";
      case "old" -> "It was sent more than a day after the form was opened.";
      case "missing" -> "It does not come from the form on the page.";
      default -> "It brings a stamp of the form that this site never gave out.";
    };
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    int seconds = candidate.setting(SiteSettings.FORM_SECONDS);
    boolean required = candidate.setting(SiteSettings.FORM_REQUIRED);
    if (!candidate.form().stamped()) {
      return required ? Verdict.hold("missing") : Verdict.PASS;
    }
    return seconds > 0 || required ? verdict(candidate, seconds) : Verdict.PASS;
  }

  private static Verdict verdict(Candidate candidate, int seconds) {
    Instant opened = candidate.form().opened();
    if (opened == null) {
      return Verdict.hold("forged");
    }
    Duration open = Duration.between(opened, candidate.at());
    if (open.compareTo(LONGEST) > 0) {
      return Verdict.hold("old");
    }
    return open.compareTo(Duration.ofSeconds(seconds)) < 0 ? Verdict.hold("young") : Verdict.PASS;
  }
}
