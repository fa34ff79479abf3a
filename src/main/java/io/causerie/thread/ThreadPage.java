package io.causerie.thread;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import io.causerie.comment.SizedJson;
import io.causerie.event.ThreadRef;
import io.causerie.http.Cursor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a thread: some roots, each with its first replies.
 *
 * @param more whether other roots follow
 */
record ThreadPage(Details thread, PageRequest request, List<Root> roots, boolean more) {
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
   * @param more whether other descendants follow
   */
  record Root(Comment comment, double rank, List<Comment> replies, boolean more) {
    Root withMore() {
      return new Root(comment, rank, replies, true);
    }
  }

  /** About how many bytes it is encoded to, if all of it fits. */
  long size() {
    return roots.stream()
        .mapToLong(root -> root.comment().size() + Comment.size(root.replies()))
        .sum();
  }

  /** Ends early, at a root or a reply, when no more fits; the cursors go on right there. */
  void write(SizedJson json) throws IOException {
    JsonGenerator out = json.out();
    out.writeStartObject();
    writeDetails(out);
    out.writeStringField("sort", request.sort().word());
    out.writeArrayFieldStart("comments");
    int shown = 0;
    while (shown < roots.size() && !json.isFull() && writeRoot(json, roots.get(shown), shown > 0)) {
      shown++;
    }
    out.writeEndArray();
    out.writeStringField("next", next(shown));
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

  /** Whether the root is on the page, with all of its replies or not. */
  private boolean writeRoot(SizedJson json, Root root, boolean mayBeLeftOut) throws IOException {
    JsonGenerator out = json.out();
    int start = json.size();
    out.writeStartObject();
    CommentJson.writePublicFields(root.comment(), request.format(), out);
    if (!json.fits() && mayBeLeftOut) {
      out.writeEndObject();
      json.takeBack(start);
      return false;
    }
    out.writeArrayFieldStart("replies");
    int shown = Branch.writeSome(root.replies(), request.format(), false, json);
    out.writeEndArray();
    out.writeStringField("nextReplies", nextReplies(root, shown));
    out.writeEndObject();
    return true;
  }

  private @Nullable String next(int shown) {
    if (shown == roots.size() && !more) {
      return null;
    }
    Root last = roots.get(shown - 1);
    return request.cursor(last.comment(), last.rank()).encode();
  }

  /** A branch of which nothing is shown goes on after the root itself. */
  private static @Nullable String nextReplies(Root root, int shown) {
    if (shown == root.replies().size() && !root.more()) {
      return null;
    }
    Comment last = shown == 0 ? root.comment() : root.replies().get(shown - 1);
    Cursor next = BranchRequest.cursor(root.comment().id(), last.id());
    return next.encode();
  }
}
