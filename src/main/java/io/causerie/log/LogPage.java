package io.causerie.log;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.http.Cursor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries in the order asked for.
 *
 * @param more whether others follow
 */
record LogPage(List<LogEntry> entries, boolean more) {

  /** Where the list goes on, null at the end. */
  @Nullable
  Long next() {
    return more ? last() : null;
  }

  /** The number of the last of its entries, of which there are some. */
  long last() {
    return entries.get(entries.size() - 1).seq();
  }

  /** About how many bytes it is encoded to. */
  long size() {
    return entries.stream().mapToLong(LogEntry::size).sum();
  }

  void write(int list, JsonGenerator out) throws IOException {
    Long next = next();
    out.writeStartObject();
    out.writeArrayFieldStart("entries");
    for (LogEntry entry : entries) {
      entry.write(out);
    }
    out.writeEndArray();
    out.writeStringField("next", next == null ? null : new Cursor(list, next, 0).encode());
    out.writeEndObject();
  }
}
