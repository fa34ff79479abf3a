package io.causerie.moderation;

import io.causerie.comment.SearchText;
import io.causerie.comment.Status;
import io.causerie.db.Id;
import io.causerie.http.Cursor;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the queue is asked for.
 *
 * @param statuses all of them when none is named
 * @param threadKey null for all threads
 * @param authorId null for all authors
 * @param search for {@code to_tsquery}: null for no search, empty for one that finds nothing
 * @param above the ids to show are larger
 * @param below the ids to show are smaller
 * @param list names this list for its cursors
 */
record QueueRequest(
    Site site,
    List<Status> statuses,
    boolean flagged,
    @Nullable String threadKey,
    @Nullable Long authorId,
    @Nullable String search,
    long above,
    long below,
    boolean oldestFirst,
    int limit,
    int list) {
  private static final int LONGEST_SEARCH = 200;
  private static final Map<String, Boolean> FLAGGED = Map.of("true", true, "false", false);
  private static final Map<String, Boolean> OLDEST_FIRST = Map.of("newest", false, "oldest", true);

  /** Fails with INVALID and every bad parameter. */
  static QueueRequest from(QueryFields query, Site site) {
    List<Status> statuses = statuses(query);
    boolean flagged = query.oneOf("flagged", FLAGGED, false);
    String threadKey = ThreadField.optional(query, "thread", site);
    Long authorId = authorId(query);
    Instant from = query.time("from");
    Instant to = query.time("to");
    String search = search(query);
    boolean oldestFirst = query.oneOf("sort", OLDEST_FIRST, false);
    int list = Objects.hash(
        site.id(), statuses, flagged, threadKey, authorId, from, to, search, oldestFirst);
    Cursor after = Cursor.from(query, list);
    int limit = query.integer("limit", 1, 100, 50);
    query.check();
    long first = from == null ? Long.MIN_VALUE : Id.firstAt(from) - 1;
    long last = to == null ? Long.MAX_VALUE : Id.firstAt(to);
    return new QueueRequest(
        site,
        statuses,
        flagged,
        threadKey,
        authorId,
        search,
        after != null && oldestFirst ? Math.max(first, after.id()) : first,
        after != null && !oldestFirst ? Math.min(last, after.id()) : last,
        oldestFirst,
        limit,
        list);
  }

  Cursor cursor(long lastId) {
    return new Cursor(list, lastId, 0);
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

  private static @Nullable Long authorId(QueryFields query) {
    String text = query.string("author");
    if (text == null) {
      return null;
    }
    long id = Id.parse(text);
    if (id == Id.NONE) {
      query.error("author", "is not an id");
    }
    return id;
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
}
