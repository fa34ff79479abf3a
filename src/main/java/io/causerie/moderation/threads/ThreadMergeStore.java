package io.causerie.moderation.threads;

import io.causerie.db.Database;
import io.causerie.event.ThreadChanges;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Makes two threads one, in one transaction: posts to either wait for its end and are in the one. */
final class ThreadMergeStore {
  /** As many as are moved well before the caller gives up waiting. */
  static final int MOST_COMMENTS = 10_000;

  private static final String OWN_TIMEOUT = "set local statement_timeout = '4s'";

  private static final String COUNT =
      """
      select count(*) as comments
      from (select from comments where thread_id = $1 limit $2) bounded
      """;

  /** $3: what is pinned still. The counters follow by trigger. */
  private static final String MOVE_COMMENTS =
      """
      update comments set thread_id = $2, pinned = pinned and id = any ($3)
      where thread_id = $1
      """;

  private static final String MOVE_SCORES =
      """
      update comment_scores set thread_id = $2
      where thread_id = $1
      """;

  private static final String MOVE_ALIASES =
      """
      update thread_aliases set thread_id = $2
      where thread_id = $1
      """;

  /**
   * The key of the thread that ends becomes an alias of the other, and what is said of its page takes
   * the place of what the other lacks or says by a comment that is not public.
   */
  private static final String END =
      """
      with ended as (
        delete from threads where id = $1
        returning id, site_id, key, url, url_from, title, title_from
      ), aliased as (
        insert into thread_aliases (site_id, key, thread_id, former_thread)
        select site_id, key, $2, id from ended
      ), better as (
        select e.*,
          takes_place(e.url, eu.status, t.url, u.status) as by_url,
          takes_place(e.title, en.status, t.title, n.status) as by_title
        from ended e join threads t on t.id = $2
          left join comments u on u.id = t.url_from
          left join comments n on n.id = t.title_from
          left join comments eu on eu.id = e.url_from
          left join comments en on en.id = e.title_from
      )
      update threads t set
        url = case when by_url then e.url else t.url end,
        url_from = case when by_url then e.url_from else t.url_from end,
        title = case when by_title then e.title else t.title end,
        title_from = case when by_title then e.title_from else t.title_from end
      from better e
      where t.id = $2
      """;

  private final Database db;
  private final ThreadChanges changes;

  ThreadMergeStore(Database db, ThreadChanges changes) {
    this.db = db;
    this.changes = changes;
  }

  /** Answers the one thread. Fails with NOT_FOUND, with INVALID for one thread, and with CONFLICT. */
  Future<ModeratedThread> merge(ThreadMerge merge) {
    return db.transaction(conn -> merge(new LockedThreads(conn, merge.site()), merge))
        .onSuccess(thread -> LockedThreads.tell(changes, merge.site(), thread));
  }

  private static Future<ModeratedThread> merge(LockedThreads threads, ThreadMerge merge) {
    return threads
        .conn()
        .query(OWN_TIMEOUT)
        .execute()
        .compose(set -> threads.lock(List.of(merge.from(), merge.into())))
        .compose(keyToId -> {
          Long from = keyToId.get(merge.from());
          Long into = keyToId.get(merge.into());
          if (from == null || into == null) {
            throw Problem.notFound("thread: " + (from == null ? merge.from() : merge.into()));
          }
          if (from.equals(into)) {
            throw Problem.invalid("into", "is the same thread");
          }
          return Future.all(threads.find(from), threads.find(into));
        })
        .compose(both -> merge(threads, merge, both.resultAt(0), both.resultAt(1)));
  }

  private static Future<ModeratedThread> merge(
      LockedThreads threads, ThreadMerge merge, ModeratedThread from, ModeratedThread into) {
    SqlConnection conn = threads.conn();
    if (from.keys().size() + into.aliases().size() > ThreadChecks.MOST_ALIASES) {
      throw ThreadChecks.tooManyKeys();
    }
    return conn.preparedQuery(COUNT)
        .execute(Tuple.of(from.id(), MOST_COMMENTS + 1))
        .map(rows -> boundedCount(rows.iterator().next().getLong("comments")))
        .compose(comments -> move(conn, from, into)
            .compose(moved -> threads.record(
                into.id(), merge.actor(), merge.reason(), List.of(act(from, into, comments)))))
        .compose(recorded -> threads.find(into.id()));
  }

  private static long boundedCount(long comments) {
    if (comments > MOST_COMMENTS) {
      throw Problem.conflict("from has more than " + MOST_COMMENTS
          + " comments; merge the other way round if you can");
    }
    return comments;
  }

  private static Future<Void> move(SqlConnection conn, ModeratedThread from, ModeratedThread into) {
    Tuple ids = Tuple.of(from.id(), into.id());
    Long[] pinned = from.pinned().stream()
        .limit(ThreadChange.MOST_PINNED - into.pinned().size())
        .toArray(Long[]::new);
    return conn.preparedQuery(MOVE_COMMENTS)
        .execute(Tuple.of(from.id(), into.id()).addArrayOfLong(pinned))
        .compose(moved -> conn.preparedQuery(MOVE_SCORES).execute(ids))
        .compose(scored -> conn.preparedQuery(MOVE_ALIASES).execute(ids))
        .compose(aliased -> conn.preparedQuery(END).execute(ids))
        .mapEmpty();
  }

  private static ThreadAct act(ModeratedThread from, ModeratedThread into, long comments) {
    return new ThreadAct(
        "merge",
        null,
        new JsonObject().put("from", from.key()).put("into", into.key()),
        new JsonObject().put("key", into.key()).put("comments", comments));
  }
}
