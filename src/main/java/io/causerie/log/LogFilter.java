package io.causerie.log;

import io.causerie.http.QueryFields;
import io.causerie.site.Site;
import io.causerie.site.ThreadField;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a site's log are asked for. Null is for any.
 *
 * @param threadKey by any of the names the thread has or had
 * @param from the first moment
 * @param to the first moment that is too late
 */
record LogFilter(
    String siteId,
    @Nullable String actor,
    @Nullable String action,
    @Nullable Long commentId,
    @Nullable String threadKey,
    @Nullable Long authorId,
    @Nullable Instant from,
    @Nullable Instant to) {
  private static final Pattern ACTOR =
      Pattern.compile("admin|console|(account|token):[0-9A-Za-z]{13}|system:[a-z-]{1,64}");
  private static final String FIRST_SINCE =
      "(select s.seq from moderation_log s where s.site_id = $1 and s.at >= $%d"
          + " order by s.at, s.seq limit 1)";
  private static final List<String> ACTIONS = List.of(
      "approve",
      "reject",
      "spam",
      "delete",
      "hold",
      "ban",
      "unban",
      "remove",
      "restore",
      "close",
      "reopen",
      "pin",
      "unpin",
      "slow",
      "premoderate",
      "rename",
      "merge",
      "settings",
      "token-create",
      "token-revoke",
      "member-add",
      "member-remove",
      "member-role",
      "invite",
      "uninvite");

  /** What is wrong is told to the query. */
  static LogFilter from(QueryFields query, Site site) {
    Instant from = query.time("from");
    Instant to = query.time("to");
    if (from != null && to != null && from.isAfter(to)) {
      query.error("to", "must not be before from");
    }
    return new LogFilter(
        site.id(),
        actor(query),
        action(query),
        query.id("comment"),
        ThreadField.optional(query, "thread", site),
        query.id("author"),
        from,
        to);
  }

  /**
   * SQL on {@code moderation_log e} whose site is $1; adds its values to the tuple. Times become
   * numbers of entries, which never go back either.
   */
  String conditions(Tuple tuple) {
    List<String> all = new ArrayList<>();
    all.add("true");
    add(all, tuple, "e.actor = $%d", actor);
    add(all, tuple, "e.action = $%d", action);
    add(all, tuple, "e.comment_id = $%d", commentId);
    add(all, tuple, "e.thread_id = any (threads_of($1, $%d))", threadKey);
    add(all, tuple, "e.author_id = $%d", authorId);
    add(all, tuple, "e.seq >= " + FIRST_SINCE, utc(from));
    add(all, tuple, "e.seq < coalesce(" + FIRST_SINCE + ", 9223372036854775807)", utc(to));
    return String.join(" and ", all);
  }

  private static void add(
      List<String> conditions, Tuple tuple, String condition, @Nullable Object value) {
    if (value != null) {
      tuple.addValue(value);
      conditions.add(condition.formatted(tuple.size()));
    }
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  /** Tells one list from another, so that a cursor of one is not taken for the other. */
  int list() {
    return hashCode();
  }

  private static @Nullable String actor(QueryFields query) {
    String actor = query.string("actor");
    if (actor != null && !ACTOR.matcher(actor).matches()) {
      query.error("actor", "must be account:<id>, token:<id>, admin, console or system:<rule>");
    }
    return actor;
  }

  private static @Nullable String action(QueryFields query) {
    String action = query.string("action");
    if (action != null && !ACTIONS.contains(action)) {
      query.error("action", "must be one of " + String.join(", ", ACTIONS));
    }
    return action;
  }
}
