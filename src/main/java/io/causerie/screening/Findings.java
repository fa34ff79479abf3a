package io.causerie.screening;

import io.causerie.comment.Status;
import io.causerie.screening.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;

/** What the screens have found so far. One thread adds while another may already have to decide. */
final class Findings {
  private final List<String> reasons = new ArrayList<>();
  private Kind gravest = Kind.PASS;

  synchronized void add(String name, Verdict verdict) {
    if (verdict.kind() == Kind.PASS) {
      return;
    }
    reasons.add(verdict.detail() == null ? name : name + ":" + verdict.detail());
    if (verdict.kind().compareTo(gravest) > 0) {
      gravest = verdict.kind();
    }
  }

  synchronized Judgement judgement() {
    List<String> heldFor = List.copyOf(reasons);
    return switch (gravest) {
      case PASS -> Judgement.APPROVED;
      case HOLD -> new Judgement(Status.PENDING, false, heldFor);
      case REJECT -> new Judgement(Status.REJECTED, false, heldFor);
      case SPAM -> new Judgement(Status.SPAM, false, heldFor);
      case SHADOW -> new Judgement(Status.REJECTED, true, heldFor);
      case REFUSE -> throw new IllegalStateException("a refused comment is not stored");
    };
  }
}
