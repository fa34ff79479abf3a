package io.causerie.moderation.queue;

import io.causerie.comment.SizedJson;
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
  /**
   * A page ends early once its texts are large. The second limit says nothing new to anybody but the
   * planner, which does not know the first.
   */
  private static final String PAGE =
      """
      with %1$s page as materialized (
        select id from (%2$s
          order by id %3$s limit %4$s) found
        limit 101
      )
      select * from (
        select %5$s,
          lead(c.id) over page is not null as more,
          sum(%7$s) over (page rows between unbounded preceding and 1 preceding) as bytes_before
        from page join comments c on c.id = page.id
          %6$s
        window page as (order by c.id %3$s)
      ) measured
      where coalesce(bytes_before, 0) < %8$d
      order by id %3$s
      """;

  /**
   * An index has the order of ids within one status only. Places in it are compared as a whole, because
   * told that the status is equal, the planner takes an index of ids alone and throws most rows away.
   */
  private static final String EACH_STATUS =
      """
      select found.id
        from unnest(%1$s::text[]::comment_status[]) s (status) cross join lateral (
          select c.id from comments c
          where (%2$s, c.status, c.id) > (%3$s, s.status, %4$s)
            and (%2$s, c.status, c.id) < (%3$s, s.status, %5$s)
            and %6$s
          order by %2$s %7$s, c.status %7$s, c.id %7$s
          limit %8$s
        ) found""";

  /** For what has few comments, and their order in an index of its own. */
  private static final String ANY_STATUS =
      """
      select c.id from comments c
        where c.site_id = %1$s and c.status = any (%2$s::text[]::comment_status[])
          and c.id > %3$s and c.id < %4$s and %5$s""";

  /**
   * Rare words are looked up; of words that are in many comments a page is sooner full by walking. A sum
   * keeps the planner from reading an index of ids in place of that of the words.
   */
  private static final String SEARCHED =
      """
      looked_up as materialized (
        select c.id from comment_search w join comments c on c.id = w.comment_id
        where w.site_id = %1$s and c.status = any (%2$s::text[]::comment_status[])
          and c.id + 0 > %3$s and c.id + 0 < %4$s and %5$s and w.words @@ %6$s
        limit 5001
      ),""";

  /** Asked of each row of a walk. */
  private static final String HAS_WORDS =
      "(select w.words from comment_search w where w.comment_id = c.id) @@ %s";

  private static final String RARE =
      "select id from looked_up where (select count(*) from looked_up) <= 5000";
  private static final String COMMON = "(select count(*) from looked_up) > 5000";

  /** The same for a reason, for each status separately: many may be pending for it and few be spam. */
  private static final String HELD =
      """
      select found.id
        from unnest(%1$s::text[]::comment_status[]) s (status) cross join lateral (
          with looked_up as materialized (
            select c.id from comments c
            where c.site_id = %8$s and c.status = s.status and %9$s
              and c.id + 0 > %4$s and c.id + 0 < %5$s and %6$s
            limit 5001
          )
          (select id from looked_up
            where (select count(*) from looked_up) <= 5000
            order by id %7$s limit %10$s)
          union all
          (select c.id from comments c
            where (%2$s, c.status, c.id) > (%3$s, s.status, %4$s)
              and (%2$s, c.status, c.id) < (%3$s, s.status, %5$s)
              and %11$s and %6$s and (select count(*) from looked_up) > 5000
            order by %2$s %7$s, c.status %7$s, c.id %7$s
            limit %10$s)
        ) found""";

  /** As in the migration, so that the partial indexes are known to fit. */
  private static final String HAS_LINK = "has_link(c.body_html)";

  private static final String HELD_FOR =
      """
      c.held_for <> '{}' and reason_keys(c.site_id, c.status, c.held_for)
                && array[%s || ' ' || %s::text || ' ' || %s]""";

  private final Tuple arguments = Tuple.tuple();
  private final QueueFilter filter;
  private final String site;
  private final String statuses;
  private final String above;
  private final String below;
  private final String limit;
  private final String order;
  private final String text;

  QueueSql(QueueRequest request) {
    filter = request.filter();
    site = argument(request.site().id());
    statuses = argument(filter.statuses().stream().map(Status::word).toArray(String[]::new));
    above = argument(request.above());
    below = argument(request.below());
    limit = argument(request.limit() + 1);
    order = request.oldestFirst() ? "asc" : "desc";
    String days = argument(request.site().settings().get(SiteSettings.CLOSE_AFTER_DAYS));
    text = filter.search() == null
        ? page("", walk(conditions()), days)
        : searched(filter.search(), days);
  }

  String text() {
    return text;
  }

  Tuple arguments() {
    return arguments;
  }

  private String searched(String search, String days) {
    List<String> conditions = conditions();
    String words = "to_tsquery('simple', " + argument(search) + ")";
    String lookup = SEARCHED.formatted(site, statuses, above, below, and(conditions), words);
    conditions.add(HAS_WORDS.formatted(words));
    conditions.add(COMMON);
    String ids = "select id from ((" + RARE + " order by id " + order + " limit " + limit
        + ") union all (" + walk(conditions) + " order by id " + order + " limit " + limit + ")) f";
    return page(lookup, ids, days);
  }

  private String page(String before, String source, String days) {
    return PAGE.formatted(
        before,
        source,
        order,
        limit,
        QueueItem.columns(days),
        QueueItem.JOINS,
        QueueItem.BYTES,
        SizedJson.LARGEST_TEAM_PAGE);
  }

  private String walk(List<String> conditions) {
    if (filter.flagged() || filter.authorId() != null) {
      return ANY_STATUS.formatted(site, statuses, above, below, and(conditions));
    }
    String threadKey = filter.threadKey();
    String within = threadKey == null ? "c.site_id" : "c.thread_id";
    String place = threadKey == null ? site : thread(threadKey);
    if (!isLookedUpByReason()) {
      return EACH_STATUS.formatted(
          statuses, within, place, above, below, and(conditions), order, limit);
    }
    String held = heldFor("s");
    return HELD.formatted(
        statuses,
        within,
        place,
        above,
        below,
        and(conditions),
        order,
        site,
        held,
        limit,
        walked(held));
  }

  /** Else it is one more condition for what another index finds. */
  private boolean isLookedUpByReason() {
    return filter.reason() != null
        && filter.search() == null
        && filter.authorId() == null
        && !filter.flagged();
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    if (filter.threadKey() != null) {
      conditions.add(threadId() + " = " + thread(filter.threadKey()));
    }
    if (filter.authorId() != null) {
      conditions.add("c.author_id = " + argument(filter.authorId()));
    }
    if (filter.flagged()) {
      conditions.add("c.is_flagged");
    }
    if (filter.hasLink()) {
      conditions.add(HAS_LINK);
    }
    if (filter.reason() != null && !isLookedUpByReason()) {
      conditions.add(heldFor("c"));
    }
    return conditions;
  }

  /** A sum keeps the planner from reading a whole thread in place of the few that a reason held. */
  private String threadId() {
    return isLookedUpByReason() ? "c.thread_id + 0" : "c.thread_id";
  }

  /** @param status the alias of what has it */
  private String heldFor(String status) {
    return HELD_FOR.formatted(
        site, status + ".status", argument(String.valueOf(filter.reason())) + "::text");
  }

  /** No index is taken for it: it is asked of each row of a walk. */
  private static String walked(String condition) {
    return "(" + condition + ") is true";
  }

  private String thread(String key) {
    return "find_thread(" + site + ", " + argument(key) + ")";
  }

  private static String and(List<String> conditions) {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  private String argument(Object value) {
    arguments.addValue(value);
    return "$" + arguments.size();
  }
}
