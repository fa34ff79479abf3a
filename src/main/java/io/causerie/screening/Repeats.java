package io.causerie.screening;

/** Holds a text that was posted on the site a short while ago, by any author. */
public final class Repeats implements Screen {
  @Override
  public String name() {
    return "repeats";
  }

  @Override
  public String explanation(String detail) {
    return detail.equals("near")
        ? "It says nearly the same as another comment of late."
        : "It says the same as another comment of late.";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    return switch (candidate.standing().repeats()) {
      case NOTHING -> Verdict.PASS;
      case NEARLY -> Verdict.hold("near");
      case EXACTLY -> Verdict.hold("same");
    };
  }
}
