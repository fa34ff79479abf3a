package io.causerie.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import java.io.IOException;
import java.util.List;

/** One comment with the key of its thread and its ancestors, root first. */
record Permalink(String threadKey, Comment comment, List<Comment> ancestors) {
  void write(BodyFormat format, JsonGenerator out) throws IOException {
    out.writeStartObject();
    CommentJson.writePublicFields(comment, format, out);
    out.writeStringField("thread", threadKey);
    ThreadPage.writeList("ancestors", ancestors, format, out);
    out.writeEndObject();
  }
}
