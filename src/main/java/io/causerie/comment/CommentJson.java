package io.causerie.comment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.core.Id;
import io.causerie.text.MarkupNodes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Comments as callers get them. The one place that decides which fields go out. */
public final class CommentJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes one JSON document. */
  public interface Document {
    void write(JsonGenerator out) throws IOException;
  }

  private CommentJson() {}

  public static byte[] bytes(Document document) {
    var bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator out = generator(bytes)) {
      document.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  static JsonGenerator generator(OutputStream bytes) throws IOException {
    return JSON.createGenerator(bytes);
  }

  /** The public form: a comment that is not approved is a bare placeholder. */
  public static void writePublic(Comment comment, BodyFormat format, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    writePublicFields(comment, format, out);
    out.writeEndObject();
  }

  /** The same without the braces, for documents that add fields. */
  public static void writePublicFields(Comment comment, BodyFormat format, JsonGenerator out)
      throws IOException {
    if (comment.status() == Status.APPROVED) {
      writeFields(comment, Status.APPROVED, format, out);
    } else {
      writePlace(comment, out);
      out.writeNullField("author");
      writeBody("", format, out);
      writeStanding(comment, Status.DELETED, out);
    }
  }

  /** The same without the body, which must not go unnoticed. */
  public static void writeWithoutBody(Comment comment, BodyFormat format, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    writePublicFields(comment.withoutBody(), format, out);
    out.writeBooleanField("bodyLeftOut", true);
    out.writeEndObject();
  }

  /** The form for its author: with any status, and a shadowed one as if approved. */
  public static void writeOwn(Comment comment, BodyFormat format, JsonGenerator out)
      throws IOException {
    writeOwn(comment, comment.shadowed() ? Status.APPROVED : comment.status(), format, out);
  }

  /** The same with the status that its author is told. */
  public static void writeOwn(Comment comment, Status told, BodyFormat format, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    writeFields(comment, told, format, out);
    out.writeEndObject();
  }

  /** The form for a moderator in its place: with any status, which is included. */
  public static void writeInPlace(
      Comment comment, String threadKey, BodyFormat format, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeFields(comment, comment.status(), format, out);
    out.writeStringField("thread", threadKey);
    out.writeEndObject();
  }

  /** A body as nodes, for documents that are not written here. */
  public static JsonArray nodes(String html) {
    return new JsonArray(Buffer.buffer(bytes(out -> MarkupNodes.write(html, out))));
  }

  public static void writeBody(String html, BodyFormat format, JsonGenerator out)
      throws IOException {
    if (format == BodyFormat.HTML) {
      out.writeStringField("bodyHtml", html);
    } else {
      out.writeFieldName("body");
      MarkupNodes.write(html, out);
    }
  }

  private static void writeFields(
      Comment comment, Status told, BodyFormat format, JsonGenerator out) throws IOException {
    writePlace(comment, out);
    out.writeObjectFieldStart("author");
    out.writeStringField("name", comment.authorName());
    out.writeStringField("kind", comment.authorKind());
    out.writeEndObject();
    writeBody(comment.bodyHtml(), format, out);
    writeStanding(comment, told, out);
  }

  private static void writePlace(Comment comment, JsonGenerator out) throws IOException {
    Long parentId = comment.parentId();
    out.writeStringField("id", Id.format(comment.id()));
    out.writeStringField("parentId", parentId == null ? null : Id.format(parentId));
    out.writeStringField("rootId", Id.format(comment.rootId()));
    out.writeNumberField("depth", comment.depth());
  }

  private static void writeStanding(Comment comment, Status status, JsonGenerator out)
      throws IOException {
    Instant editedAt = comment.editedAt();
    out.writeStringField("createdAt", comment.createdAt().toString());
    out.writeStringField("editedAt", editedAt == null ? null : editedAt.toString());
    out.writeStringField("status", status.word());
    out.writeNumberField("score", comment.score());
    out.writeBooleanField("pinned", comment.pinned());
    out.writeNumberField("replyCount", comment.replyCount());
  }
}
