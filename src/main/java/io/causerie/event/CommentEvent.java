package io.causerie.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one comment.
 *
 * @param kind {@code posted}, {@code flagged}, or the status that a decision gave it
 * @param by the name of the acting member or program; null for readers
 * @param status what it is by now
 * @param flagCount how many flags are open by now
 */
public record CommentEvent(
    String siteId,
    long commentId,
    String kind,
    @Nullable String by,
    Instant at,
    String status,
    int flagCount) {

  /** Called on any thread; must not block. */
  public interface Listener {
    void happened(CommentEvent happening);
  }
}
