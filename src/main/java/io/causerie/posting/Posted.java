package io.causerie.posting;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.account.Author;
import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import io.causerie.comment.Status;
import io.causerie.core.Token;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a post.
 *
 * @param answered the status that the first answer to this request told
 * @param newToken null when the author was known before
 * @param replayed whether an earlier request with the same key did the work
 */
public record Posted(
    Comment comment, Status answered, Author author, @Nullable Token newToken, boolean replayed) {

  void write(BodyFormat format, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeFieldName("comment");
    CommentJson.writeOwn(comment, answered, format, out);
    if (newToken != null) {
      out.writeObjectFieldStart("viewer");
      out.writeStringField("token", newToken.value());
      out.writeStringField("name", author.name());
      out.writeStringField("kind", author.kind());
      out.writeEndObject();
    }
    out.writeEndObject();
  }
}
