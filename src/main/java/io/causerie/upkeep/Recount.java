package io.causerie.upkeep;

import io.causerie.core.Steps;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Compares every counter with the rows it counts, and mends it while others go on writing: what counts
 * under the lock of a thread is set, everything else is moved by what it is wrong by.
 */
public final class Recount {
  private static final String ALONE =
      """
      set local statement_timeout = '10min';
      set local lock_timeout = '10min';
      lock table queue_totals in share update exclusive mode
      """;

  private static final String LOCK_THREADS =
      """
      select id from threads
      where id > $1
      order by id limit 100
      for no key update
      """;

  private static final String MEND_THREADS =
      """
      update threads t set comment_count = n.actual
      from (
        select x.id, count(c.id) as actual
        from unnest($1::bigint[]) x (id)
          left join comments c on c.thread_id = x.id and c.status = 'approved'
        group by x.id
      ) n
      where t.id = n.id and t.comment_count <> n.actual
      """;

  private static final String MEND_REPLIES =
      """
      update comments c set reply_count = n.actual
      from (
        select p.id, count(d.id) as actual
        from comments p
          left join comments d on d.root_id = p.root_id and d.status = 'approved'
            and d.depth > p.depth and d.path[p.depth + 1] = p.id
        where p.thread_id = any ($1)
        group by p.id
      ) n
      where c.id = n.id and c.reply_count <> n.actual
      """;

  private static final String MEND_FLAGS =
      """
      update comments c set flag_count = c.flag_count + n.missing
      from (
        select x.id, count(f.comment_id) - x.flag_count as missing
        from comments x left join flags f on f.comment_id = x.id and f.outcome is null
        where x.thread_id = any ($1)
        group by x.id
      ) n
      where c.id = n.id and n.missing <> 0
      """;

  private static final String AUTHORS =
      "select id from authors where id > $1 order by id limit 1000";

  private static final String MEND_AUTHORS =
      """
      update authors a set
        approved_count = a.approved_count + n.approved,
        pending_count = a.pending_count + n.pending,
        rejected_count = a.rejected_count + n.rejected,
        spam_count = a.spam_count + n.spam,
        deleted_count = a.deleted_count + n.deleted
      from (
        select x.id,
          count(*) filter (where c.status = 'approved') - x.approved_count as approved,
          count(*) filter (where c.status = 'pending') - x.pending_count as pending,
          count(*) filter (where c.status = 'rejected') - x.rejected_count as rejected,
          count(*) filter (where c.status = 'spam') - x.spam_count as spam,
          count(*) filter (where c.status = 'deleted') - x.deleted_count as deleted
        from authors x left join comments c on c.author_id = x.id
        where x.id = any ($1)
        group by x.id
      ) n
      where a.id = n.id and (n.approved, n.pending, n.rejected, n.spam, n.deleted) <> (0, 0, 0, 0, 0)
      """;

  private static final String MEND_TOTALS =
      """
      with actual as (
        select site_id, status::text as tab, count(*) as count from comments group by site_id, status
        union all
        select site_id, 'flagged', count(*) from comments where is_flagged group by site_id
      ), stored as (
        select site_id, tab, sum(count) as count from queue_totals group by site_id, tab
      )
      insert into queue_totals as q (site_id, tab, shard, count)
      select site_id, tab, 0, coalesce(actual.count, 0) - coalesce(stored.count, 0)
      from actual full join stored using (site_id, tab)
      where coalesce(actual.count, 0) <> coalesce(stored.count, 0)
      order by site_id, tab
      on conflict (site_id, tab, shard) do update set count = q.count + excluded.count
      """;

  /**
   * How many threads were looked at, and how many counters of each kind were wrong.
   *
   * @param authors whose comments were counted wrongly
   * @param totals tabs of a site's queue
   */
  public record Result(
      long threads,
      long threadCounts,
      long replyCounts,
      long flagCounts,
      long authors,
      long totals) {
    private static final Result NONE = new Result(0, 0, 0, 0, 0, 0);

    private Result plus(Result other) {
      return new Result(
          threads + other.threads,
          threadCounts + other.threadCounts,
          replyCounts + other.replyCounts,
          flagCounts + other.flagCounts,
          authors + other.authors,
          totals + other.totals);
    }
  }

  private interface Mending {
    Future<Result> run(SqlConnection conn, List<Long> ids);
  }

  /**
   * How far the walk over a table is.
   *
   * @param ended whether the last batch found nothing
   */
  private record Walk(long after, Result sum, boolean ended) {
    Walk plus(List<Long> ids, Result result) {
      return ids.isEmpty()
          ? new Walk(after, sum, true)
          : new Walk(ids.get(ids.size() - 1), sum.plus(result), false);
    }
  }

  private final Database db;

  public Recount(Database db) {
    this.db = db;
  }

  /** Totals come last: mending flags moves them. */
  public Future<Result> run() {
    return inBatches(LOCK_THREADS, Recount::mendThreads, Result.NONE)
        .compose(sum -> inBatches(AUTHORS, Recount::mendAuthors, sum))
        .compose(sum -> transaction(conn -> mended(conn, MEND_TOTALS, Tuple.tuple()))
            .map(totals -> sum.plus(new Result(0, 0, 0, 0, 0, totals))));
  }

  private Future<Result> inBatches(String next, Mending mending, Result sum) {
    return Steps.run(
            new Walk(Long.MIN_VALUE, sum, false),
            walk -> !walk.ended,
            walk -> transaction(conn -> conn.preparedQuery(next)
                .execute(Tuple.of(walk.after))
                .map(Recount::ids)
                .compose(ids -> mending.run(conn, ids).map(result -> walk.plus(ids, result)))))
        .map(Walk::sum);
  }

  private static Future<Result> mendThreads(SqlConnection conn, List<Long> ids) {
    return mended(conn, MEND_THREADS, tuple(ids))
        .compose(threads -> mended(conn, MEND_REPLIES, tuple(ids))
            .compose(replies -> mended(conn, MEND_FLAGS, tuple(ids))
                .map(flags -> new Result(ids.size(), threads, replies, flags, 0, 0))));
  }

  private static Future<Result> mendAuthors(SqlConnection conn, List<Long> ids) {
    return mended(conn, MEND_AUTHORS, tuple(ids))
        .map(authors -> new Result(0, 0, 0, 0, authors, 0));
  }

  /** One at a time, or two would both mend by what is wrong. Nothing else takes that lock. */
  private <T> Future<T> transaction(Function<SqlConnection, Future<T>> statements) {
    return db.pool()
        .withTransaction(
            conn -> conn.query(ALONE).execute().compose(set -> statements.apply(conn)));
  }

  private static Future<Integer> mended(SqlConnection conn, String sql, Tuple tuple) {
    return conn.preparedQuery(sql).execute(tuple).map(RowSet::rowCount);
  }

  private static Tuple tuple(List<Long> ids) {
    return Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new));
  }

  private static List<Long> ids(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.getLong("id"))
        .toList();
  }
}
