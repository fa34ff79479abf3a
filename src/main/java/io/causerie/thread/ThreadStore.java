package io.causerie.thread;

import io.causerie.comment.Comment;
import io.causerie.db.Database;
import io.causerie.event.ThreadRef;
import io.causerie.http.Cursor;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Reads what the public sees besides pages, and what an author sees of their own. Each question is one
 * statement; {@code is_visible} is in all that answer comments to everybody.
 */
final class ThreadStore {
  private static final String BRANCH =
      """
      with top as (
        select c.id, c.root_id, c.path, t.key
        from comments c join threads t on t.id = c.thread_id
        where c.id = $1 and c.site_id = $2 and is_visible(c.status, c.reply_count)
      ), last as (
        select path from comments where id = $3
      )
      select top.key, %s
      from top left join lateral (
        select d.*
        from comments d
        where d.root_id = top.root_id and is_visible(d.status, d.reply_count)
          and d.path > coalesce((select path from last), top.path)
          and d.path < trim_array(top.path, 1) || (top.id + 1)
        order by d.path
        limit $4 + 1
      ) c on true
      """
          .formatted(Comment.COLUMNS);

  private static final String PERMALINK =
      """
      select t.key, %s
      from comments l
        join comments c on c.id = any (l.path)
        join threads t on t.id = l.thread_id
      where l.id = $1 and l.site_id = $2 and is_visible(l.status, l.reply_count)
      order by c.depth
      """
          .formatted(Comment.COLUMNS);

  private static final String COUNTS =
      """
      select key, comment_count from threads
      where site_id = $1 and key = any ($2)
      union all
      select a.key, t.comment_count
      from thread_aliases a join threads t on t.id = a.thread_id
      where a.site_id = $1 and a.key = any ($2)
      """;

  private static final String MINE =
      """
      select %s
      from comments c
      where c.thread_id = find_thread($1, $2) and c.author_id = $3
        and (c.status in ('approved', 'pending') or c.shadowed)
      order by c.id desc
      limit 500
      """
          .formatted(Comment.COLUMNS);

  private final Database db;

  ThreadStore(Database db) {
    this.db = db;
  }

  /** Fails with NOT_FOUND when the public sees no such comment. */
  Future<Branch> branch(BranchRequest request) {
    Cursor after = request.after();
    Tuple tuple = Tuple.tuple()
        .addLong(request.commentId())
        .addString(request.siteId())
        .addLong(after == null ? null : after.id())
        .addInteger(request.limit());
    return db.query(BRANCH, tuple).map(rows -> branch(request, rows));
  }

  /** Fails with NOT_FOUND when the public sees no such comment. */
  Future<Permalink> permalink(String siteId, long id) {
    return db.query(PERMALINK, Tuple.of(id, siteId)).map(rows -> {
      List<Comment> line = comments(rows);
      if (line.isEmpty()) {
        throw Problem.notFound("comment");
      }
      int last = line.size() - 1;
      String key = rows.iterator().next().getString("key");
      return new Permalink(key, line.get(last), line.subList(0, last));
    });
  }

  /** All threads must be of one site; those nobody has commented on count 0. */
  Future<Map<ThreadRef, Integer>> counts(Collection<ThreadRef> threads) {
    String siteId = threads.iterator().next().siteId();
    String[] keys = threads.stream().map(ThreadRef::key).toArray(String[]::new);
    Tuple tuple = Tuple.tuple().addString(siteId).addArrayOfString(keys);
    return db.query(COUNTS, tuple).map(rows -> {
      Map<ThreadRef, Integer> threadToCount = new HashMap<>();
      threads.forEach(thread -> threadToCount.put(thread, 0));
      rows.forEach(row -> threadToCount.put(
          new ThreadRef(siteId, row.getString("key")), row.getInteger("comment_count")));
      return threadToCount;
    });
  }

  /** What that author wrote in the thread and has not lost, newest first, at most 500. */
  Future<List<Comment>> byAuthor(ThreadRef thread, long authorId) {
    return db.query(MINE, Tuple.of(thread.siteId(), thread.key(), authorId))
        .map(ThreadStore::comments);
  }

  private static Branch branch(BranchRequest request, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw Problem.notFound("comment");
    }
    var thread = new ThreadRef(request.siteId(), rows.iterator().next().getString("key"));
    List<Comment> comments = StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.getLong("id") != null)
        .map(Comment::from)
        .toList();
    if (comments.size() <= request.limit()) {
      return new Branch(thread, comments, null);
    }
    List<Comment> shown = comments.subList(0, request.limit());
    long last = shown.get(shown.size() - 1).id();
    return new Branch(thread, shown, BranchRequest.cursor(request.commentId(), last));
  }

  private static List<Comment> comments(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(Comment::from).toList();
  }
}
