package io.causerie.moderation.queue;

import io.causerie.comment.BodyFormat;
import io.causerie.comment.Comment;
import io.causerie.comment.CommentJson;
import io.causerie.core.Id;
import io.causerie.screening.HoldReason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comment as the team of its site sees it. The one place that decides which fields go out. */
final class QueueItem {
  /** How much of a timeline and of the flags comes with each comment of a list, and with one alone. */
  private static final int MOST_IN_LIST = 20;

  private static final int MOST_ALONE = 200;

  private static final String TIME = "'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'";

  /** %1$s: after how many days threads are closed; %2$d: how much comes of what can be long. */
  private static final String COLUMNS =
      """
      %3$s, c.body, c.held_for, c.flag_count,
        t.key, t.url, t.title, is_closed(t.closed_at, t.open_since, %1$s) as closed,
        a.approved_count, a.pending_count, a.rejected_count, a.spam_count, a.deleted_count,
        a.created_at as first_seen,
        exists (
          select from bans b
          where b.author_id = a.id and is_in_force(b.lifted_at, b.until)
        ) as banned,
        p.author_name as parent_name, p.body_html as parent_html, p.status::text as parent_status,
        (
          select jsonb_agg(jsonb_build_object('reason', f.reason, 'note', f.note,
            'weight', f.weight, 'outcome', f.outcome,
            'createdAt', to_char(f.created_at at time zone 'UTC', %4$s)) order by f.created_at desc)
          from (
            select * from flags where comment_id = c.id order by created_at desc limit %2$d
          ) f
        ) as flags,
        (
          select jsonb_agg(jsonb_build_object('at', to_char(e.at at time zone 'UTC', %4$s),
            'actor', e.actor, 'action', e.action, 'reason', e.reason,
            'before', e.before, 'after', e.after) order by e.at, e.seq)
          from (
            (select at, seq, actor_name as actor, action, reason, before, after
              from moderation_log where comment_id = c.id order by seq desc limit %2$d)
            union all
            (select created_at, 0, null, 'flag', reason, null, null
              from flags where comment_id = c.id order by created_at desc limit %2$d)
            union all
            select c.created_at, -1, c.author_name, 'posted', null, null, null
            order by at desc, seq desc limit %2$d
          ) e
        ) as timeline""";

  /** What the columns come from, besides the comment c. */
  static final String JOINS =
      """
      join threads t on t.id = c.thread_id
        join authors a on a.id = c.author_id
        left join comments p on p.id = c.parent_id""";

  /** The size of the texts of c and of the comment that it answers, without reading them. */
  static final String BYTES =
      "octet_length(c.body) + octet_length(c.body_html) + coalesce(octet_length(p.body_html), 0)";

  /** About what an item has besides its texts, in bytes. */
  private static final long BARE = 3_000;

  private QueueItem() {}

  /** @param closeAfterDays the parameter that says at what age threads close */
  static String columns(String closeAfterDays) {
    return COLUMNS.formatted(closeAfterDays, MOST_IN_LIST, Comment.COLUMNS, TIME);
  }

  /** With the timeline in full. */
  static String columnsAlone(String closeAfterDays) {
    return COLUMNS.formatted(closeAfterDays, MOST_ALONE, Comment.COLUMNS, TIME);
  }

  /** About how many bytes it has when it goes out. */
  static long size(Row row) {
    String parent = row.getString("parent_html");
    return BARE
        + row.getString("body").length()
        + row.getString("body_html").length()
        + (parent == null ? 0 : parent.length());
  }

  static JsonObject json(Row row, BodyFormat format) {
    Comment comment = Comment.from(row);
    JsonObject json = new JsonObject()
        .put("id", Id.format(comment.id()))
        .put("parentId", format(comment.parentId()))
        .put("rootId", Id.format(comment.rootId()))
        .put("depth", comment.depth())
        .put("thread", thread(row))
        .put("author", author(row, comment))
        .put("body", row.getString("body"));
    return putBody(json, comment.bodyHtml(), format)
        .put("status", comment.status().word())
        .put("shadowed", comment.shadowed())
        .put("heldFor", heldFor(row))
        .put("flags", list(row, "flags"))
        .put("flagCount", row.getInteger("flag_count"))
        .put("parent", parent(row, comment, format))
        .put("createdAt", comment.createdAt().toString())
        .put("editedAt", format(comment.editedAt()))
        .put("pinned", comment.pinned())
        .put("score", comment.score())
        .put("replyCount", comment.replyCount())
        .put("timeline", list(row, "timeline"));
  }

  /** A comment that another one answers. */
  static JsonObject above(Row row, String id, BodyFormat format) {
    JsonObject json =
        new JsonObject().put("id", id).put("authorName", row.getString("parent_name"));
    return putBody(json, row.getString("parent_html"), format)
        .put("status", row.getString("parent_status"));
  }

  /**
   * What is read of a comment; {@code body} is what was typed.
   *
   * @param html null where it was left out for its size
   */
  static JsonObject putBody(JsonObject json, @Nullable String html, BodyFormat format) {
    if (html == null) {
      return putBody(json, "", format).put("bodyLeftOut", true);
    }
    return format == BodyFormat.HTML
        ? json.put("bodyHtml", html)
        : json.put("bodyNodes", CommentJson.nodes(html));
  }

  private static JsonObject thread(Row row) {
    return new JsonObject()
        .put("key", row.getString("key"))
        .put("url", row.getString("url"))
        .put("title", row.getString("title"))
        .put("closed", row.getBoolean("closed"));
  }

  private static JsonObject author(Row row, Comment comment) {
    JsonObject author = new JsonObject()
        .put("id", Id.format(comment.authorId()))
        .put("name", comment.authorName())
        .put("kind", comment.authorKind());
    for (String tab : new String[] {"approved", "pending", "rejected", "spam", "deleted"}) {
      author.put(tab, row.getInteger(tab + "_count"));
    }
    return author
        .put("firstSeen", row.getOffsetDateTime("first_seen").toInstant().toString())
        .put("banned", row.getBoolean("banned"));
  }

  private static JsonArray heldFor(Row row) {
    return new JsonArray(Stream.of(row.getArrayOfStrings("held_for"))
        .map(HoldReason::of)
        .map(why -> new JsonObject()
            .put("screen", why.screen())
            .put("detail", why.detail())
            .put("explanation", why.explanation()))
        .toList());
  }

  private static @Nullable JsonObject parent(Row row, Comment comment, BodyFormat format) {
    String parentId = format(comment.parentId());
    return parentId == null ? null : above(row, parentId, format);
  }

  private static JsonArray list(Row row, String column) {
    JsonArray list = row.getJsonArray(column);
    return list == null ? new JsonArray() : list;
  }

  private static @Nullable String format(@Nullable Long id) {
    return id == null ? null : Id.format(id);
  }

  private static @Nullable String format(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
