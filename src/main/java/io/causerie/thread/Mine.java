package io.causerie.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.account.Author;
import io.causerie.account.Viewer;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import io.causerie.comment.Status;
import io.causerie.db.Id;
import java.io.IOException;
import java.util.List;

/** What is private to a viewer in one thread: which comments are theirs, and those that wait. */
record Mine(Viewer viewer, List<Comment> comments) {
  void write(BodyFormat format, JsonGenerator out) throws IOException {
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
    for (Comment comment : comments) {
      if (comment.status() == Status.PENDING || comment.shadowed()) {
        CommentJson.writeOwn(comment, format, out);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
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
