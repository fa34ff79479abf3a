package io.causerie.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import io.causerie.comment.Status;
import java.io.IOException;
import java.util.List;

/**
 * One comment with the key of its thread and its ancestors, root first.
 *
 * @param bodiless how many of the ancestors, from the root on, were read without their bodies
 */
record Permalink(String threadKey, Comment comment, List<Comment> ancestors, int bodiless) {

  /** About how many bytes it is encoded to, if all of it fits. */
  long size() {
    return comment.size() + Comment.size(ancestors);
  }

  /**
   * The ancestors next to the comment have their bodies, as far as the answer stays below the size; the
   * comment itself always has.
   */
  byte[] bytes(BodyFormat format, int most) {
    byte[] all = encode(format, bodiless);
    return all.length <= most ? all : encode(format, bodilessWithin(format, most));
  }

  private byte[] encode(BodyFormat format, int without) {
    return CommentJson.bytes(out -> {
      out.writeStartObject();
      CommentJson.writePublicFields(comment, format, out);
      out.writeStringField("thread", threadKey);
      out.writeArrayFieldStart("ancestors");
      for (int i = 0; i < ancestors.size(); i++) {
        write(ancestors.get(i), i < without, format, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  /** With how many ancestors less, from the root on, the bodies fit. */
  private int bodilessWithin(BodyFormat format, int most) {
    int without = ancestors.size();
    long size = encode(format, without).length;
    while (without > bodiless) {
      size += bodySize(ancestors.get(without - 1), format);
      if (size > most) {
        break;
      }
      without--;
    }
    return without;
  }

  private static int bodySize(Comment ancestor, BodyFormat format) {
    int whole = CommentJson.bytes(out -> write(ancestor, false, format, out)).length;
    return whole - CommentJson.bytes(out -> write(ancestor, true, format, out)).length;
  }

  private static void write(
      Comment ancestor, boolean bodiless, BodyFormat format, JsonGenerator out) throws IOException {
    if (bodiless && ancestor.status() == Status.APPROVED) {
      CommentJson.writeWithoutBody(ancestor, format, out);
    } else {
      CommentJson.writePublic(ancestor, format, out);
    }
  }
}
