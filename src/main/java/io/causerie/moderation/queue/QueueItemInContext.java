package io.causerie.moderation.queue;

import io.causerie.comment.BodyFormat;
import io.causerie.core.Id;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.util.List;

/**
 * A comment with all it answers.
 *
 * @param ancestors the root first
 */
record QueueItemInContext(Row item, List<Row> ancestors) {

  /** About how many bytes it is encoded to. */
  long size() {
    return QueueItem.size(item)
        + ancestors.stream().mapToLong(QueueItemInContext::bodyLength).sum();
  }

  byte[] bytes(BodyFormat format) {
    return QueueItem.json(item, format)
        .put(
            "ancestors",
            new JsonArray(ancestors.stream()
                .map(row -> QueueItem.above(row, Id.format(row.getLong("id")), format))
                .toList()))
        .toBuffer()
        .getBytes();
  }

  private static long bodyLength(Row ancestor) {
    String html = ancestor.getString("parent_html");
    return html == null ? 0 : html.length();
  }
}
