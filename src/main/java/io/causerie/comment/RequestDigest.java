package io.causerie.comment;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of what a post asks for, so that a retry is told from another request. */
final class RequestDigest {
  private RequestDigest() {}

  static Buffer of(Posting posting) {
    NewComment comment = posting.comment();
    Object[] asked = {
      comment.threadKey(), comment.parentId(), comment.authorName(), comment.email(), comment.body()
    };
    MessageDigest digest = sha256();
    for (Object part : asked) {
      byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + (part == null ? "-" : "+")).getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return Buffer.buffer(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
