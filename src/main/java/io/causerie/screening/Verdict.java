package io.causerie.screening;

import io.causerie.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a screen says of a comment.
 *
 * @param detail what the screen saw, such as the word; null when its name says all
 * @param problem what the author is told, of {@link Kind#REFUSE} only
 */
public record Verdict(Kind kind, @Nullable String detail, @Nullable Problem problem) {
  /** Later ones weigh more. */
  public enum Kind {
    PASS,
    HOLD,
    REJECT,
    SPAM,
    /** Stored, visible to its author alone; the author is not told. */
    SHADOW,
    /** Not stored at all. */
    REFUSE
  }

  public static final Verdict PASS = new Verdict(Kind.PASS, null, null);

  public static Verdict hold(@Nullable String detail) {
    return new Verdict(Kind.HOLD, detail, null);
  }

  public static Verdict reject(@Nullable String detail) {
    return new Verdict(Kind.REJECT, detail, null);
  }

  public static Verdict spam(@Nullable String detail) {
    return new Verdict(Kind.SPAM, detail, null);
  }

  public static Verdict shadow() {
    return new Verdict(Kind.SHADOW, null, null);
  }

  public static Verdict refuse(Problem problem) {
    return new Verdict(Kind.REFUSE, null, problem);
  }
}
