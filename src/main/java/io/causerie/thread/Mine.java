package io.causerie.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.account.Author;
import io.causerie.account.Viewer;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import io.causerie.comment.SizedJson;
import io.causerie.comment.Status;
import io.causerie.core.Id;
import java.io.IOException;
import java.util.List;

/**
 * What is private to a viewer in one thread: which comments are theirs, and those that wait.
 *
 * @param comments the newest first; of public ones only the ids count
 * @param read how many of them were read with their bodies
 */
record Mine(Viewer viewer, List<Comment> comments, int read) {
  /** The answer for an anonymous viewer. */
  static Mine none(Viewer viewer) {
    return new Mine(viewer, List.of(), 0);
  }

  /** About how many bytes it is encoded to, if all of it fits. */
  long size() {
    return Comment.size(comments);
  }

  /** Of what waits the newest that fit. */
  void write(BodyFormat format, SizedJson json) throws IOException {
    JsonGenerator out = json.out();
    out.writeStartObject();
    writeViewer(out);
    out.writeArrayFieldStart("own");
    for (Comment comment : comments) {
      out.writeString(Id.format(comment.id()));
    }
    out.writeEndArray();
    out.writeObjectFieldStart("votes");
    out.writeEndObject();
    out.writeArrayFieldStart("pending");
    boolean all = writeWaiting(format, json);
    out.writeEndArray();
    if (!all) {
      out.writeBooleanField("morePending", true);
    }
    out.writeEndObject();
  }

  /** Whether these are all. */
  private boolean writeWaiting(BodyFormat format, SizedJson json) throws IOException {
    boolean first = true;
    for (int i = 0; i < comments.size(); i++) {
      Comment comment = comments.get(i);
      if (comment.status() != Status.PENDING && !comment.shadowed()) {
        continue;
      }
      if (i >= read || !json.add(first, out -> CommentJson.writeOwn(comment, format, out))) {
        return false;
      }
      first = false;
    }
    return true;
  }

  private void writeViewer(JsonGenerator out) throws IOException {
    Author author = viewer.author();
    if (author == null) {
      out.writeNullField("viewer");
      return;
    }
    out.writeObjectFieldStart("viewer");
    out.writeStringField("name", author.name());
    out.writeStringField("kind", author.kind());
    out.writeEndObject();
  }
}
