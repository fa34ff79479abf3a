package io.causerie.thread;

import io.causerie.comment.BodyFormat;
import io.causerie.event.ThreadRef;
import io.causerie.http.Cursor;
import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.causerie.site.SiteSettings;
import io.causerie.site.ThreadKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which page of a thread is asked for. */
record PageRequest(
    ThreadRef thread, SortOrder sort, int limit, @Nullable Cursor after, BodyFormat format) {

  static PageRequest from(QueryFields query, Site site) {
    ThreadRef thread = thread(query, site);
    SortOrder sort = query.oneOf("sort", SortOrder.BY_NAME, SortOrder.NEWEST);
    int limit = query.integer("limit", 1, 100, 20);
    Cursor after = Cursor.from(query, list(thread, sort));
    var request = new PageRequest(thread, sort, limit, after, BodyFormat.of(query));
    query.check();
    return request;
  }

  static ThreadRef thread(QueryFields query, Site site) {
    return thread(query, site, query.required("thread"));
  }

  static ThreadRef thread(QueryFields query, Site site, String asked) {
    String key = ThreadKey.normalise(asked, site.settings().get(SiteSettings.TRACKING_PARAMETERS));
    String problem = asked.isEmpty() ? null : ThreadKey.problem(asked, key);
    if (problem != null) {
      query.error("thread", problem);
    }
    return new ThreadRef(site.id(), key);
  }

  Cursor cursor(long id, double rank) {
    return new Cursor(list(thread, sort), id, rank);
  }

  private static int list(ThreadRef thread, SortOrder sort) {
    return Objects.hash(thread.siteId(), thread.key(), sort.word());
  }
}
