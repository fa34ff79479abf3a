package io.causerie.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.event.ThreadRef;
import io.causerie.http.Cursor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the replies below one comment, in reading order. */
record Branch(ThreadRef thread, List<Comment> comments, @Nullable Cursor next) {
  void write(BodyFormat format, JsonGenerator out) throws IOException {
    out.writeStartObject();
    ThreadPage.writeList("comments", comments, format, out);
    out.writeStringField("next", next == null ? null : next.encode());
    out.writeEndObject();
  }
}
