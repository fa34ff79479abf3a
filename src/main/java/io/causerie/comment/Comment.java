package io.causerie.comment;

import io.causerie.text.Markup;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A stored comment.
 *
 * @param parentId null for a root
 * @param rootId its own id for a root
 * @param depth 0 for a root, at most 100
 * @param bodyHtml what {@link Markup} made of the body
 * @param shadowed whether its author is to think it approved
 * @param replyCount approved descendants
 */
public record Comment(
    long id,
    @Nullable Long parentId,
    long rootId,
    int depth,
    long authorId,
    String authorName,
    String authorKind,
    String bodyHtml,
    Status status,
    boolean shadowed,
    int score,
    boolean pinned,
    int replyCount,
    Instant createdAt,
    @Nullable Instant editedAt) {

  /** The columns {@link #from} needs, of a table or alias named c. */
  public static final String COLUMNS = columns("c.body_html");

  /** The size of what the public sees of c, without reading it: it is written beside a stored text. */
  public static final String PUBLIC_BYTES =
      "case when c.status = 'approved' then octet_length(c.body_html) else 0 end";

  /** About what a comment has besides its body when it goes out, in bytes. */
  private static final int BARE = 400;

  /** With that in place of the body. */
  public static String columns(String html) {
    return """
      c.id, c.parent_id, c.root_id, c.depth, c.author_id, c.author_name, c.author_kind, %s as body_html,
      c.status::text as status, c.shadowed, c.pinned, c.reply_count, c.created_at, c.edited_at,
      coalesce((select s.score from comment_scores s where s.comment_id = c.id), 0) as score"""
        .formatted(html);
  }

  public static Comment from(Row row) {
    return new Comment(
        row.getLong("id"),
        row.getLong("parent_id"),
        row.getLong("root_id"),
        row.getInteger("depth"),
        row.getLong("author_id"),
        row.getString("author_name"),
        row.getString("author_kind"),
        row.getString("body_html"),
        Status.of(row.getString("status")),
        row.getBoolean("shadowed"),
        row.getInteger("score"),
        row.getBoolean("pinned"),
        row.getInteger("reply_count"),
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row.getOffsetDateTime("edited_at")));
  }

  /** About how many bytes it has when it goes out. */
  public int size() {
    return bodyHtml.length() + BARE;
  }

  /** About how many bytes they have together when they go out. */
  public static long size(Collection<Comment> comments) {
    return comments.stream().mapToLong(Comment::size).sum();
  }

  Comment withoutBody() {
    return new Comment(
        id,
        parentId,
        rootId,
        depth,
        authorId,
        authorName,
        authorKind,
        "",
        status,
        shadowed,
        score,
        pinned,
        replyCount,
        createdAt,
        editedAt);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
