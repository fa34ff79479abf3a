package io.causerie.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import io.causerie.comment.SizedJson;
import io.causerie.event.ThreadRef;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the replies below one comment, in reading order.
 *
 * @param more whether others follow
 */
record Branch(ThreadRef thread, BranchRequest request, List<Comment> comments, boolean more) {

  /** Ends early when no more fits. */
  void write(SizedJson json) throws IOException {
    JsonGenerator out = json.out();
    out.writeStartObject();
    out.writeArrayFieldStart("comments");
    int shown = writeSome(comments, request.format(), true, json);
    out.writeEndArray();
    out.writeStringField("next", next(shown));
    out.writeEndObject();
  }

  /**
   * How many of the comments fit and are written.
   *
   * @param always whether the first one is written regardless of its size
   */
  static int writeSome(List<Comment> comments, BodyFormat format, boolean always, SizedJson json)
      throws IOException {
    int shown = 0;
    while (shown < comments.size()) {
      Comment comment = comments.get(shown);
      if (!json.add(always && shown == 0, out -> CommentJson.writePublic(comment, format, out))) {
        break;
      }
      shown++;
    }
    return shown;
  }

  private @Nullable String next(int shown) {
    return shown == comments.size() && !more
        ? null
        : BranchRequest.cursor(request.commentId(), comments.get(shown - 1).id())
            .encode();
  }
}
