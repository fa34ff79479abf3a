package io.causerie.posting;

import io.causerie.core.Sha256;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;

/** SHA-256 of what a post asks for, so that a retry is told from another request. */
final class RequestDigest {
  private RequestDigest() {}

  static Buffer of(Submission posting) {
    NewComment comment = posting.comment();
    return Sha256.of(new JsonArray()
        .add(comment.threadKey())
        .add(comment.parentId())
        .add(comment.authorName())
        .add(comment.email())
        .add(comment.body())
        .encode());
  }
}
