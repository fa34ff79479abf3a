package io.causerie.moderation.queue;

import io.causerie.comment.SizedJson;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some comments of the queue.
 *
 * @param found in the order asked for, each knowing whether more follow
 */
record QueuePage(QueueRequest request, List<Row> found) {

  /** About how many bytes it is encoded to, if all of it fits. */
  long size() {
    return found.stream().mapToLong(QueueItem::size).sum();
  }

  /** Ends early when no more fits. */
  byte[] bytes() {
    return SizedJson.bytes(SizedJson.LARGEST_TEAM_PAGE, this::write);
  }

  private void write(SizedJson json) throws IOException {
    json.out().writeStartObject();
    json.out().writeArrayFieldStart("comments");
    int most = Math.min(found.size(), request.limit());
    int shown = 0;
    while (shown < most && add(json, found.get(shown), shown == 0)) {
      shown++;
    }
    json.out().writeEndArray();
    json.out().writeStringField("next", next(shown));
    json.out().writeEndObject();
  }

  private boolean add(SizedJson json, Row row, boolean always) throws IOException {
    String item = QueueItem.json(row, request.format()).encode();
    return json.add(always, out -> out.writeRawValue(item));
  }

  private @Nullable String next(int shown) {
    if (shown == 0 || !found.get(shown - 1).getBoolean("more")) {
      return null;
    }
    return request.cursor(found.get(shown - 1).getLong("id")).encode();
  }
}
