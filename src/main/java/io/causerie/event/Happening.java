package io.causerie.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one comment.
 *
 * @param kind {@code posted}, {@code flagged}, or the status that somebody gave it
 * @param by the name of who did it, of what a team does
 * @param status what it is by now
 * @param flagCount how many flags are open by now
 */
public record Happening(
    String siteId,
    long commentId,
    String kind,
    @Nullable String by,
    Instant at,
    String status,
    int flagCount) {

  /** Who wants to know. Called on whatever thread the news comes from; must not block. */
  public interface Listener {
    void happened(Happening happening);
  }
}
