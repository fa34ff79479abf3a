package io.causerie.moderation.queue;

import io.causerie.comment.Status;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.causerie.site.ThreadField;
import io.causerie.text.SearchText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which comments of the queue are meant, besides when they were written.
 *
 * @param statuses all of them when none is named
 * @param threadKey null for all threads
 * @param authorId null for all authors
 * @param search for {@code to_tsquery}: null for no search, empty for one that finds nothing
 * @param reason the name of a screen that held them; null for any
 * @param hasLink whether only those with a link are meant
 */
record QueueFilter(
    List<Status> statuses,
    boolean flagged,
    @Nullable String threadKey,
    @Nullable Long authorId,
    @Nullable String search,
    @Nullable String reason,
    boolean hasLink) {
  private static final int LONGEST_SEARCH = 200;
  private static final Pattern SCREEN = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);

  /** Notes every bad parameter. */
  static QueueFilter from(QueryFields query, Site site) {
    return new QueueFilter(
        statuses(query),
        query.oneOf("flagged", YES_OR_NO, false),
        ThreadField.optional(query, "thread", site),
        query.id("author"),
        search(query),
        reason(query),
        query.oneOf("hasLink", YES_OR_NO, false));
  }

  private static List<Status> statuses(QueryFields query) {
    List<String> words = query.all("status");
    List<Status> named = Stream.of(Status.values())
        .filter(status -> words.contains(status.word()))
        .toList();
    if (named.size() < words.size()) {
      query.error("status", "must be one of " + Status.words() + ", each at most once");
    }
    return words.isEmpty() ? List.of(Status.values()) : named;
  }

  private static @Nullable String search(QueryFields query) {
    String typed = query.string("q");
    if (typed == null) {
      return null;
    }
    if (typed.codePointCount(0, typed.length()) > LONGEST_SEARCH) {
      query.error("q", "must be at most " + LONGEST_SEARCH + " characters");
      return null;
    }
    return SearchText.query(typed);
  }

  private static @Nullable String reason(QueryFields query) {
    String screen = query.string("reason");
    if (screen != null && !SCREEN.matcher(screen).matches()) {
      query.error("reason", "must be the name of a screen, such as first-links");
    }
    return screen;
  }
}
