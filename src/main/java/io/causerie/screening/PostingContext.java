package io.causerie.screening;

import io.causerie.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an author, a network, a thread and a text at the moment of posting.
 *
 * @param answered whether an earlier request with the same idempotency key was taken
 * @param ban null when none is in force
 * @param approved how many comments of this author are approved
 * @param approvedLinks how many of the newest of them that have a link
 * @param thread its rules
 * @param last when this author or network last wrote on the site
 * @param lastHere when they last wrote in the thread, as far as its slow mode asks
 * @param repeats of a recent comment, as far as the site asks
 * @param team the names of the site's members
 */
public record PostingContext(
    boolean answered,
    @Nullable Ban ban,
    int approved,
    int approvedLinks,
    ThreadRules thread,
    @Nullable Instant last,
    @Nullable Instant lastHere,
    Repetition repeats,
    List<String> team) {

  /**
   * A ban in force.
   *
   * @param until null when it is for good
   */
  public record Ban(boolean shadow, String reason, @Nullable Instant until) {}

  /**
   * What a moderator set for one thread.
   *
   * @param slowModeSeconds 0 when it is off
   */
  public record ThreadRules(boolean premoderated, int slowModeSeconds) {
    public static final ThreadRules NONE = new ThreadRules(false, 0);

    /** The refusal for an author who last wrote here at that time and writes again now; null for none. */
    public @Nullable Problem tooSoon(@Nullable Instant last, Instant now) {
      if (last == null) {
        return null;
      }
      // Of two at once the other may be stored with a later time.
      Instant from = last.isAfter(now) ? now : last;
      Duration left = Duration.between(now, from.plusSeconds(slowModeSeconds));
      return left.compareTo(Duration.ZERO) <= 0
          ? null
          : Problem.tooManyRequests(
              left,
              "this thread is in slow mode: one comment every " + slowModeSeconds
                  + " seconds from each person");
    }
  }

  /** What a text repeats. */
  public enum Repetition {
    NOTHING,
    NEARLY,
    EXACTLY
  }
}
