package io.causerie.moderation.threads;

import io.causerie.db.Database;
import io.causerie.event.ThreadChanges;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;

/** Changes a thread as a whole: all that is wanted, in one transaction with its log, or nothing. */
final class ThreadChangeStore {
  /** $2: to be closed, or to be opened; null there and in $3 to $5: as it is. */
  private static final String UPDATE =
      """
      update threads set
        closed_at = case when $2 then now() when not $2 then null else closed_at end,
        open_since = case when not $2 then now() else open_since end,
        premoderated = coalesce($3, premoderated),
        slow_mode_seconds = coalesce($4, slow_mode_seconds),
        key = coalesce($5, key)
      where id = $1
      """;

  private static final String TURN_PINS =
      """
      update comments set pinned = not pinned
      where id = any ($1)
      """;

  /** $3: what was its key; $4: what is its key now, perhaps again. */
  private static final String SWAP_KEYS =
      """
      with again as (
        delete from thread_aliases where site_id = $1 and thread_id = $2 and key = $4
      )
      insert into thread_aliases (site_id, thread_id, key)
      values ($1, $2, $3)
      """;

  private static final String UNIQUE_VIOLATION = "23505";

  private final Database db;
  private final ThreadChanges changes;

  ThreadChangeStore(Database db, ThreadChanges changes) {
    this.db = db;
    this.changes = changes;
  }

  /**
   * Answers the thread as it is then. Fails with NOT_FOUND, with INVALID for what cannot be pinned, and
   * with CONFLICT for a key that another thread has.
   */
  Future<ModeratedThread> change(ThreadChange wanted) {
    return db.transaction(conn -> change(new LockedThreads(conn, wanted.site()), wanted))
        .recover(failure ->
            Future.failedFuture(wasOvertaken(failure) ? ThreadChecks.keyIsTaken() : failure))
        .onSuccess(thread -> LockedThreads.tell(changes, wanted.site(), thread));
  }

  private static Future<ModeratedThread> change(LockedThreads threads, ThreadChange wanted) {
    return threads
        .lock(List.of(wanted.threadKey()))
        .map(keyToId ->
            keyToId.values().stream().findFirst().orElseThrow(() -> Problem.notFound("thread")))
        .compose(threads::find)
        .compose(now -> new ThreadChecks(threads.conn(), now, wanted)
            .run()
            .compose(checked -> apply(threads, now, wanted)));
  }

  private static Future<ModeratedThread> apply(
      LockedThreads threads, ModeratedThread now, ThreadChange wanted) {
    List<ThreadAct> acts = ThreadAct.between(now, wanted);
    if (acts.isEmpty()) {
      return Future.succeededFuture(now);
    }
    return threads
        .conn()
        .preparedQuery(UPDATE)
        .execute(update(now, wanted, acts))
        .compose(updated -> turnPins(threads.conn(), acts))
        .compose(turned -> swapKeys(threads.conn(), now, wanted))
        .compose(swapped -> threads.record(now.id(), wanted.actor(), wanted.reason(), acts))
        .compose(recorded -> threads.find(now.id()));
  }

  private static Tuple update(ModeratedThread now, ThreadChange wanted, List<ThreadAct> acts) {
    boolean turned = acts.stream().anyMatch(ThreadAct::isClosing);
    return Tuple.of(now.id())
        .addBoolean(turned ? wanted.closed() : null)
        .addBoolean(wanted.premoderated())
        .addInteger(wanted.slowModeSeconds())
        .addString(wanted.newKey());
  }

  private static Future<Void> turnPins(SqlConnection conn, List<ThreadAct> acts) {
    Long[] ids =
        acts.stream().map(ThreadAct::commentId).filter(Objects::nonNull).toArray(Long[]::new);
    return ids.length == 0
        ? Future.succeededFuture()
        : conn.preparedQuery(TURN_PINS)
            .execute(Tuple.tuple().addArrayOfLong(ids))
            .mapEmpty();
  }

  private static Future<Void> swapKeys(
      SqlConnection conn, ModeratedThread now, ThreadChange wanted) {
    String key = wanted.newKey();
    return key == null || key.equals(now.key())
        ? Future.succeededFuture()
        : conn.preparedQuery(SWAP_KEYS)
            .execute(Tuple.of(wanted.site().id(), now.id(), now.key(), key))
            .mapEmpty();
  }

  /** By another rename, or by the first post under that key. */
  private static boolean wasOvertaken(Throwable failure) {
    return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
  }
}
