package io.causerie.log;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.core.Id;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One act of moderation.
 *
 * @param threadKey of the thread as it is called now, null when it is gone
 * @param before JSON as the database writes it, which is what the hash covers
 * @param after the same
 */
record LogEntry(
    long seq,
    Instant at,
    String actor,
    String actorName,
    String action,
    @Nullable String commentId,
    @Nullable String threadId,
    @Nullable String threadKey,
    @Nullable String authorId,
    @Nullable String banId,
    @Nullable String reason,
    @Nullable String before,
    @Nullable String after,
    String hash) {

  /** Of a row of {@code moderation_log e}. */
  static final String COLUMNS =
      """
      e.seq, e.at, e.actor, e.actor_name, e.action, e.comment_id, e.thread_id, e.author_id,
      e.ban_id, e.reason, e.before::text as before, e.after::text as after, e.hash,
      coalesce(
        (select t.key from threads t where t.id = e.thread_id),
        (select t.key from thread_aliases a join threads t on t.id = a.thread_id
          where a.former_thread = e.thread_id)) as thread_key""";

  /** About what an entry has besides what changed, in bytes. */
  private static final int BARE = 500;

  static LogEntry of(Row row) {
    return new LogEntry(
        row.getLong("seq"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("action"),
        id(row, "comment_id"),
        id(row, "thread_id"),
        row.getString("thread_key"),
        id(row, "author_id"),
        id(row, "ban_id"),
        row.getString("reason"),
        row.getString("before"),
        row.getString("after"),
        hex(row.getBuffer("hash")));
  }

  /** About how many bytes it has when it goes out. */
  long size() {
    return BARE + length(before) + length(after);
  }

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("seq", seq);
    out.writeStringField("at", at.toString());
    out.writeStringField("actor", actor);
    out.writeStringField("actorName", actorName);
    out.writeStringField("action", action);
    out.writeStringField("commentId", commentId);
    out.writeStringField("threadId", threadId);
    out.writeStringField("thread", threadKey);
    out.writeStringField("authorId", authorId);
    out.writeStringField("banId", banId);
    out.writeStringField("reason", reason);
    out.writeFieldName("before");
    out.writeRawValue(before == null ? "null" : before);
    out.writeFieldName("after");
    out.writeRawValue(after == null ? "null" : after);
    out.writeStringField("hash", hash);
    out.writeEndObject();
  }

  static String hex(Buffer hash) {
    return HexFormat.of().formatHex(hash.getBytes());
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static @Nullable String id(Row row, String column) {
    Long id = row.getLong(column);
    return id == null ? null : Id.format(id);
  }
}
