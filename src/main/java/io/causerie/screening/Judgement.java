package io.causerie.screening;

import io.causerie.comment.Status;
import java.util.List;

/**
 * What all screens together say of a comment.
 *
 * @param shadowed whether only its author shall see it
 * @param heldFor a reason of each screen that has something against it: its name, or {@code name:detail}
 */
public record Judgement(Status status, boolean shadowed, List<String> heldFor) {
  public static final Judgement APPROVED = new Judgement(Status.APPROVED, false, List.of());

  /** Of a comment that no screen has seen: should it be stored, a person has to look. */
  public static final Judgement UNSCREENED =
      new Judgement(Status.PENDING, false, List.of("screening:failed"));

  /** What the author is told. */
  public Status answered() {
    return shadowed || status == Status.APPROVED ? Status.APPROVED : Status.PENDING;
  }
}
