package io.causerie.moderation.threads;

import io.causerie.core.Id;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A thread as moderators see it.
 *
 * @param aliases the keys it had before, in the order of their letters
 * @param closedBy what closed it: {@code hand} or {@code age}; null while it is open
 * @param pinned the newest first
 */
record ModeratedThread(
    long id,
    String key,
    List<String> aliases,
    @Nullable String url,
    @Nullable String title,
    int commentCount,
    @Nullable String closedBy,
    boolean premoderated,
    int slowModeSeconds,
    List<Long> pinned,
    Instant createdAt) {

  /** Of a table named t; $2 is the age in days at which the site closes threads. */
  static final String COLUMNS =
      """
      t.id, t.key, t.url, t.title, t.comment_count, t.premoderated, t.slow_mode_seconds, t.created_at,
      case
        when t.closed_at is not null then 'hand'
        when is_closed(t.closed_at, t.open_since, $2) then 'age'
      end as closed_by,
      array(select a.key from thread_aliases a where a.thread_id = t.id order by a.key) as aliases,
      array(
        select c.id from comments c where c.thread_id = t.id and c.pinned order by c.id desc) as pinned""";

  static ModeratedThread from(Row row) {
    return new ModeratedThread(
        row.getLong("id"),
        row.getString("key"),
        List.of(row.getArrayOfStrings("aliases")),
        row.getString("url"),
        row.getString("title"),
        row.getInteger("comment_count"),
        row.getString("closed_by"),
        row.getBoolean("premoderated"),
        row.getInteger("slow_mode_seconds"),
        List.of(row.getArrayOfLongs("pinned")),
        row.getOffsetDateTime("created_at").toInstant());
  }

  boolean closed() {
    return closedBy != null;
  }

  /** All that name it. */
  List<String> keys() {
    return Stream.concat(Stream.of(key), aliases.stream()).toList();
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", Id.format(id))
        .put("key", key)
        .put("aliases", new JsonArray(aliases))
        .put("url", url)
        .put("title", title)
        .put("commentCount", commentCount)
        .put("closed", closed())
        .put("closedBy", closedBy)
        .put("premoderated", premoderated)
        .put("slowModeSeconds", slowModeSeconds)
        .put("pinned", new JsonArray(pinned.stream().map(Id::format).toList()))
        .put("createdAt", createdAt.toString());
  }
}
