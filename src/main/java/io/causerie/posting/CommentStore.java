package io.causerie.posting;

import io.causerie.comment.Comment;
import io.causerie.db.Database;
import io.causerie.event.ThreadChanges;
import io.causerie.event.ThreadRef;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Stores comments, with the threads and authors that come with them. */
public final class CommentStore {
  /** In slow mode two posts of one author come one after the other. */
  private static final String LOCK_THREAD =
      "select from threads where id = find_thread($1, $2) for no key update";

  /** Idempotency keys that are a day old; for {@link io.causerie.db.Forgets}. */
  public static final String FORGET_KEYS =
      """
      delete from idempotency_keys
      where (site_id, key_hash) in (
        select site_id, key_hash from idempotency_keys
        where created_at < $1::timestamptz - interval '24 hours'
        limit 1000)
      """;

  /** The networks of comments that are 30 days old. */
  public static final String FORGET_NETWORKS =
      """
      update comments set address_hash = null, subnet_hash = null
      where id in (
        select id from comments
        where address_hash is not null and created_at < $1::timestamptz - interval '30 days'
        limit 1000)
      """;

  private final Database db;
  private final ThreadChanges changes;
  private final RefusalStore refusals;

  public CommentStore(Database db, ThreadChanges changes) {
    this.db = db;
    this.changes = changes;
    this.refusals = new RefusalStore(db);
  }

  /** Empty when the comment was not taken: {@link #refusal} says why. */
  Future<Optional<Comment>> insert(Prepared prepared) {
    NewComment comment = prepared.submission().comment();
    String siteId = prepared.submission().site().id();
    return stored(prepared)
        .map(rows -> {
          for (Row row : rows) {
            // A thread that this statement made does not see its own key.
            changes.changed(new ThreadRef(siteId, comment.threadKey()));
            for (String key : row.getArrayOfStrings("keys")) {
              changes.changed(new ThreadRef(siteId, key));
            }
          }
          return first(rows);
        })
        .recover(failure -> wasMerged(failure)
            ? Future.succeededFuture(Optional.empty())
            : Future.failedFuture(failure));
  }

  Future<RefusalStore.Refusal> refusal(Prepared prepared) {
    return refusals.find(prepared);
  }

  private Future<RowSet<Row>> stored(Prepared prepared) {
    if (!prepared.slow()) {
      return db.query(CommentInsert.of(prepared));
    }
    NewComment comment = prepared.submission().comment();
    Tuple thread = Tuple.of(prepared.submission().site().id(), comment.threadKey());
    return db.transaction(conn -> {
      // Sent together, so that the lock is held no longer than the database works.
      var locked = conn.preparedQuery(LOCK_THREAD).execute(thread);
      var inserted = CommentInsert.of(prepared).on(conn);
      return Future.all(locked, inserted).map(both -> inserted.result());
    });
  }

  /** Whether the thread was there when the statement began, and is part of another by now. */
  private static boolean wasMerged(Throwable failure) {
    return failure instanceof PgException refused
        && "comments_thread_id_fkey".equals(refused.getConstraint());
  }

  private static Optional<Comment> first(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(Comment.from(rows.iterator().next()));
  }
}
