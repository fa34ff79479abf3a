package io.causerie.moderation.threads;

import io.causerie.comment.SizedJson;
import io.causerie.http.Cursor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some threads of a site.
 *
 * @param found one more than the limit when there are more
 * @param list names the list for its cursors
 */
record ThreadList(List<ModeratedThread> found, int list, int limit) {

  /** Ends early when no more fits. */
  byte[] bytes() {
    return SizedJson.bytes(SizedJson.LARGEST_TEAM_PAGE, this::write);
  }

  private void write(SizedJson json) throws IOException {
    json.out().writeStartObject();
    json.out().writeArrayFieldStart("threads");
    int most = Math.min(limit, found.size());
    int shown = 0;
    while (shown < most && add(json, found.get(shown), shown == 0)) {
      shown++;
    }
    json.out().writeEndArray();
    json.out().writeStringField("next", next(shown));
    json.out().writeEndObject();
  }

  private static boolean add(SizedJson json, ModeratedThread thread, boolean always)
      throws IOException {
    String encoded = thread.toJson().encode();
    return json.add(always, out -> out.writeRawValue(encoded));
  }

  private @Nullable String next(int shown) {
    return found.size() == shown ? null : new Cursor(list, found.get(shown - 1).id(), 0).encode();
  }
}
