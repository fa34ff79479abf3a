package io.causerie.moderation.queue;

import io.causerie.comment.BodyFormat;
import io.causerie.core.Id;
import io.causerie.http.Cursor;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Which page of the queue is asked for.
 *
 * @param above the ids to show are larger
 * @param below the ids to show are smaller
 * @param list names this list for its cursors
 */
record QueueRequest(
    Site site,
    QueueFilter filter,
    long above,
    long below,
    boolean oldestFirst,
    int limit,
    BodyFormat format,
    int list) {
  private static final Map<String, Boolean> OLDEST_FIRST = Map.of("newest", false, "oldest", true);

  /** Fails with INVALID and every bad parameter. */
  static QueueRequest from(QueryFields query, Site site) {
    QueueFilter filter = QueueFilter.from(query, site);
    Instant from = query.time("from");
    Instant to = query.time("to");
    boolean oldestFirst = query.oneOf("sort", OLDEST_FIRST, false);
    int list = Objects.hash(site.id(), filter, from, to, oldestFirst);
    Cursor after = Cursor.from(query, list);
    int limit = query.integer("limit", 1, 100, 50);
    BodyFormat format = BodyFormat.of(query);
    query.check();
    long first = from == null ? Long.MIN_VALUE : Id.firstAt(from) - 1;
    long last = to == null ? Long.MAX_VALUE : Id.firstAt(to);
    return new QueueRequest(
        site,
        filter,
        after != null && oldestFirst ? Math.max(first, after.id()) : first,
        after != null && !oldestFirst ? Math.min(last, after.id()) : last,
        oldestFirst,
        limit,
        format,
        list);
  }

  Cursor cursor(long lastId) {
    return new Cursor(list, lastId, 0);
  }
}
