package io.causerie.moderation;

import io.causerie.comment.Status;
import io.causerie.site.SiteSettings;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement for one page of the queue. What is not asked for is not in it, so that the database
 * finds an index for what is: it walks there in the order of ids and stops at the end of the page.
 */
final class QueueSql {
  private static final String PAGE =
      """
      with page as materialized (
        select c.id from %1$s order by c.id %2$s limit %3$s
      )
      select %4$s
      from page join comments c on c.id = page.id
        %5$s
      order by c.id %2$s
      """;

  /** An index has the order of ids within one status only. */
  private static final String EACH_STATUS =
      """
      unnest(%1$s::text[]::comment_status[]) s (status) cross join lateral (
          select c.id from comments c
          where %2$s and c.status = s.status
          order by c.id %3$s limit %4$s
        ) c""";

  private static final String ANY_STATUS =
      "comments c where %2$s and c.status = any (%1$s::text[]::comment_status[])";

  private final Tuple arguments = Tuple.tuple();
  private final String text;

  QueueSql(QueueRequest request) {
    String order = request.oldestFirst() ? "asc" : "desc";
    String conditions = String.join(" and ", conditions(request));
    String statuses =
        argument(request.statuses().stream().map(Status::word).toArray(String[]::new));
    String limit = argument(request.limit() + 1);
    boolean few = request.flagged() || request.authorId() != null;
    String source = (few ? ANY_STATUS : EACH_STATUS).formatted(statuses, conditions, order, limit);
    String days = argument(request.site().settings().get(SiteSettings.CLOSE_AFTER_DAYS));
    text = PAGE.formatted(source, order, limit, QueueItem.columns(days), QueueItem.JOINS);
  }

  String text() {
    return text;
  }

  Tuple arguments() {
    return arguments;
  }

  private List<String> conditions(QueueRequest request) {
    List<String> conditions = new ArrayList<>();
    String site = argument(request.site().id());
    conditions.add("c.site_id = " + site);
    conditions.add("c.id > " + argument(request.above()));
    conditions.add("c.id < " + argument(request.below()));
    if (request.threadKey() != null) {
      conditions.add(
          "c.thread_id = find_thread(" + site + ", " + argument(request.threadKey()) + ")");
    }
    if (request.authorId() != null) {
      conditions.add("c.author_id = " + argument(request.authorId()));
    }
    if (request.flagged()) {
      conditions.add("c.flag_count > 0");
    }
    if (request.search() != null) {
      conditions.add("c.search @@ to_tsquery('simple', " + argument(request.search()) + ")");
    }
    return conditions;
  }

  private String argument(Object value) {
    arguments.addValue(value);
    return "$" + arguments.size();
  }
}
