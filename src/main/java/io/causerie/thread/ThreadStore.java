package io.causerie.thread;

import io.causerie.account.Viewer;
import io.causerie.comment.Comment;
import io.causerie.comment.SizedJson;
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
 * statement; {@code is_public} is in all that answer public comments. Once the bodies of an answer
 * have the size of a page, those after them are withheld: the database does not send them.
 */
final class ThreadStore {
  private static final String BRANCH =
      """
      with top as (
        select c.id, c.root_id, c.path, t.key
        from comments c join threads t on t.id = c.thread_id
        where c.id = $1 and c.site_id = $2 and c.is_public
      ), last as (
        select path from comments where id = $3
      )
      select top.key, c.bytes_before >= %2$d as withheld, %3$s
      from top left join lateral (
        select c.*, coalesce(sum(%1$s) over (
          order by c.path rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from (
          select d.*
          from comments d
          where d.root_id = top.root_id and d.is_public
            and d.path > coalesce((select path from last), top.path)
            and d.path < trim_array(top.path, 1) || (top.id + 1)
          order by d.path
          limit $4 + 1
        ) c
      ) c on true
      order by c.path
      """
          .formatted(
              Comment.PUBLIC_BYTES,
              SizedJson.LARGEST_PAGE,
              Comment.columns(withinBytes("c.status = 'approved'")));

  private static final String PERMALINK =
      """
      select c.key, c.bytes_before >= %2$d as withheld, %3$s
      from (
        select t.key, c.*, coalesce(sum(%1$s) over (
          order by c.depth desc rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from comments l
          join comments c on c.id = any (l.path)
          join threads t on t.id = l.thread_id
        where l.id = $1 and l.site_id = $2 and l.is_public
      ) c
      order by c.depth
      """
          .formatted(
              Comment.PUBLIC_BYTES,
              SizedJson.LARGEST_PAGE,
              Comment.columns(withinBytes("c.status = 'approved'")));

  private static final String COUNTS =
      """
      select key, comment_count from threads
      where site_id = $1 and key = any ($2)
      union all
      select a.key, t.comment_count
      from thread_aliases a join threads t on t.id = a.thread_id
      where a.site_id = $1 and a.key = any ($2)
      """;

  private static final String WAITS = "(c.status = 'pending' or c.shadowed)";

  private static final String MINE =
      """
      select c.bytes_before >= %2$d as withheld, %3$s
      from (
        select c.*, coalesce(sum(case when %1$s then octet_length(c.body_html) else 0 end) over (
          order by c.id desc rows between unbounded preceding and 1 preceding), 0) as bytes_before
        from (
          select c.*
          from comments c
          where c.thread_id = find_thread($1, $2) and c.author_id = $3
            and (c.status in ('approved', 'pending') or c.shadowed)
          order by c.id desc
          limit 500
        ) c
      ) c
      order by c.id desc
      """
          .formatted(WAITS, SizedJson.LARGEST_PAGE, Comment.columns(withinBytes(WAITS)));

  private final Database db;

  ThreadStore(Database db) {
    this.db = db;
  }

  /** The body of c where the condition holds and those before it leave room. */
  static String withinBytes(String condition) {
    return "case when %s and c.bytes_before < %d then c.body_html else '' end"
        .formatted(condition, SizedJson.LARGEST_PAGE);
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
      return new Permalink(key, line.get(last), line.subList(0, last), line.size() - read(rows));
    });
  }

  /** All threads must be of one site; those without comments count 0. */
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
  Future<Mine> byAuthor(ThreadRef thread, Viewer viewer, long authorId) {
    return db.query(MINE, Tuple.of(thread.siteId(), thread.key(), authorId))
        .map(rows -> new Mine(viewer, comments(rows), read(rows)));
  }

  private static Branch branch(BranchRequest request, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw Problem.notFound("comment");
    }
    var thread = new ThreadRef(request.siteId(), rows.iterator().next().getString("key"));
    List<Comment> comments = StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.getLong("id") != null && !row.getBoolean("withheld"))
        .limit(request.limit())
        .map(Comment::from)
        .toList();
    boolean more = comments.size() < rows.size() && rows.iterator().next().getLong("id") != null;
    return new Branch(thread, request, comments, more);
  }

  /** How many are there that were not withheld. */
  private static int read(RowSet<Row> rows) {
    return (int) StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> !row.getBoolean("withheld"))
        .count();
  }

  private static List<Comment> comments(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(Comment::from).toList();
  }
}
