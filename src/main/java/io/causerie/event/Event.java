package io.causerie.event;

import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log of events.
 *
 * @param keys of the thread whose pages it changed; none if it changed no page
 * @param happening null if it is of no comment, or of one that is gone by now
 */
public record Event(
    Position position, String siteId, List<String> keys, @Nullable CommentEvent happening) {

  static Event of(Row row) {
    return new Event(
        Position.of(row),
        row.getString("site_id"),
        List.of(row.getArrayOfStrings("keys")),
        happening(row));
  }

  private static @Nullable CommentEvent happening(Row row) {
    Long commentId = row.getLong("comment_id");
    String status = row.getString("status");
    if (commentId == null || status == null) {
      return null;
    }
    return new CommentEvent(
        row.getString("site_id"),
        commentId,
        row.getString("kind"),
        row.getString("actor_name"),
        row.getOffsetDateTime("at").toInstant(),
        status,
        row.getInteger("flag_count"));
  }
}
