package io.causerie.moderation.queue;

import io.causerie.comment.BodyFormat;
import io.causerie.core.Id;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is around a comment, all but the last in the order of time.
 *
 * @param ancestors the root first
 * @param byAuthor what else its author wrote last, the newest first
 */
record CommentContext(List<Row> ancestors, List<Row> before, List<Row> after, List<Row> byAuthor) {
  /** About what a comment has besides its body, in bytes. */
  private static final int BARE = 500;

  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.comparing((Row row) -> row.getLong("id")).reversed();

  /** Of rows in the order of ids, each with the part it is of. */
  static CommentContext from(List<Row> rows) {
    return new CommentContext(
        part(rows, "ancestors"),
        part(rows, "before"),
        part(rows, "after"),
        part(rows, "byAuthor").stream().sorted(NEWEST_FIRST).toList());
  }

  /** About how many bytes it is encoded to. */
  long size() {
    return Stream.of(ancestors, before, after, byAuthor)
        .flatMap(List::stream)
        .mapToLong(row -> BARE + bodyLength(row))
        .sum();
  }

  JsonObject json(BodyFormat format) {
    return new JsonObject()
        .put("ancestors", near(ancestors, format))
        .put("before", near(before, format))
        .put("after", near(after, format))
        .put("byAuthor", near(byAuthor, format));
  }

  private static long bodyLength(Row row) {
    String html = row.getString("body_html");
    return html == null ? 0 : html.length();
  }

  private static List<Row> part(List<Row> rows, String part) {
    return rows.stream().filter(row -> row.getString("part").equals(part)).toList();
  }

  private static JsonArray near(List<Row> rows, BodyFormat format) {
    return new JsonArray(rows.stream().map(row -> near(row, format)).toList());
  }

  private static JsonObject near(Row row, BodyFormat format) {
    Long parentId = row.getLong("parent_id");
    JsonObject json = new JsonObject()
        .put("id", Id.format(row.getLong("id")))
        .put("parentId", parentId == null ? null : Id.format(parentId))
        .put("depth", row.getInteger("depth"))
        .put("authorName", row.getString("author_name"));
    return QueueItem.putBody(json, row.getString("body_html"), format)
        .put("status", row.getString("status"))
        .put("createdAt", row.getOffsetDateTime("created_at").toInstant().toString())
        .put(
            "thread",
            new JsonObject().put("key", row.getString("key")).put("title", row.getString("title")));
  }
}
