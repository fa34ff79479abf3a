package io.causerie.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import io.causerie.event.ThreadRef;
import io.causerie.http.Cursor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a thread: some roots, each with its first replies.
 *
 * @param next where the roots go on, null at the end
 */
record ThreadPage(Details thread, SortOrder sort, List<Root> roots, @Nullable Cursor next) {
  /** What the thread itself tells. */
  record Details(
      ThreadRef ref,
      @Nullable String url,
      @Nullable String title,
      int commentCount,
      boolean closed) {}

  /**
   * A root and its first descendants in reading order.
   *
   * @param next where the branch goes on, null when all of it is here
   */
  record Root(Comment comment, List<Comment> replies, @Nullable Cursor next) {}

  void write(BodyFormat format, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeDetails(out);
    out.writeStringField("sort", sort.word());
    out.writeArrayFieldStart("comments");
    for (Root root : roots) {
      writeRoot(root, format, out);
    }
    out.writeEndArray();
    out.writeStringField("next", next == null ? null : next.encode());
    out.writeEndObject();
  }

  private void writeDetails(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("thread");
    out.writeStringField("key", thread.ref().key());
    out.writeStringField("url", thread.url());
    out.writeStringField("title", thread.title());
    out.writeNumberField("commentCount", thread.commentCount());
    out.writeBooleanField("closed", thread.closed());
    out.writeEndObject();
  }

  private static void writeRoot(Root root, BodyFormat format, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    CommentJson.writePublicFields(root.comment(), format, out);
    writeList("replies", root.replies(), format, out);
    out.writeStringField("nextReplies", root.next() == null ? null : root.next().encode());
    out.writeEndObject();
  }

  static void writeList(String name, List<Comment> comments, BodyFormat format, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (Comment comment : comments) {
      CommentJson.writePublic(comment, format, out);
    }
    out.writeEndArray();
  }
}
