package io.causerie.thread;

import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.Status;
import io.causerie.event.ThreadRef;
import io.causerie.http.Cursor;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.causerie.site.ThreadField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a thread is asked for. Pinned roots come before all others, the newest first.
 *
 * @param closeAfterDays at what age the site closes its threads
 */
record PageRequest(
    ThreadRef thread,
    SortOrder sort,
    int limit,
    @Nullable Cursor after,
    BodyFormat format,
    int closeAfterDays) {
  /** A pinned root ranks above all others. */
  private static final double PINNED = Double.POSITIVE_INFINITY;

  static PageRequest from(QueryFields query, Site site) {
    ThreadRef thread = thread(query, site);
    SortOrder sort = query.oneOf("sort", SortOrder.BY_NAME, SortOrder.NEWEST);
    int limit = query.integer("limit", 1, 100, 20);
    Cursor after = Cursor.from(query, list(thread, sort));
    int closeAfterDays = site.settings().get(SiteSettings.CLOSE_AFTER_DAYS);
    var request = new PageRequest(thread, sort, limit, after, BodyFormat.of(query), closeAfterDays);
    query.check();
    return request;
  }

  static ThreadRef thread(QueryFields query, Site site) {
    return thread(query, site, query.required("thread"));
  }

  static ThreadRef thread(QueryFields query, Site site, String asked) {
    return new ThreadRef(site.id(), ThreadField.key(query, "thread", asked, site));
  }

  /** Where the roots go on after that one. */
  Cursor cursor(Comment last, double rank) {
    return new Cursor(list(thread, sort), last.id(), isPinned(last) ? PINNED : rank);
  }

  /** The pinned roots to show have smaller ids. */
  long pinnedBelow() {
    if (after == null) {
      return Long.MAX_VALUE;
    }
    return after.rank() == PINNED ? after.id() : Long.MIN_VALUE;
  }

  /** The roots to show that are not pinned come after this id, … */
  long afterId() {
    return after == null || after.rank() == PINNED ? sort.start : after.id();
  }

  /** … and this rank. */
  double afterRank() {
    return after == null ? PINNED : after.rank();
  }

  private static boolean isPinned(Comment root) {
    return root.pinned() && root.status() == Status.APPROVED;
  }

  private static int list(ThreadRef thread, SortOrder sort) {
    return Objects.hash(thread.siteId(), thread.key(), sort.word());
  }
}
