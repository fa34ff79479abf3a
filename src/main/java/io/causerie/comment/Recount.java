package io.causerie.comment;

import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** Compares every counter with the rows it counts, and mends it. */
public final class Recount {
  private static final String LOCK =
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

  private static final String MEND_COMMENTS =
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

  /** How many threads were looked at, and how many counters of each kind were wrong. */
  public record Result(long threads, long threadCounts, long replyCounts) {
    private Result plus(Result other) {
      return new Result(
          threads + other.threads,
          threadCounts + other.threadCounts,
          replyCounts + other.replyCounts);
    }
  }

  private final Database db;

  public Recount(Database db) {
    this.db = db;
  }

  public Future<Result> run() {
    return run(Long.MIN_VALUE, new Result(0, 0, 0));
  }

  private Future<Result> run(long after, Result sum) {
    return db.pool()
        .withTransaction(conn -> conn.preparedQuery(LOCK)
            .execute(Tuple.of(after))
            .compose(threads -> mend(conn, ids(threads))))
        .compose(batch -> batch.ids.isEmpty()
            ? Future.succeededFuture(sum)
            : run(batch.ids.get(batch.ids.size() - 1), sum.plus(batch.result)));
  }

  /** The threads of one transaction and what was wrong with them. */
  private record Batch(List<Long> ids, Result result) {}

  private static Future<Batch> mend(SqlConnection conn, List<Long> ids) {
    Tuple tuple = Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new));
    return conn.query("set local statement_timeout = '10min'")
        .execute()
        .compose(set -> conn.preparedQuery(MEND_THREADS).execute(tuple))
        .compose(threads -> conn.preparedQuery(MEND_COMMENTS)
            .execute(tuple)
            .map(comments ->
                new Batch(ids, new Result(ids.size(), threads.rowCount(), comments.rowCount()))));
  }

  private static List<Long> ids(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.getLong("id"))
        .toList();
  }
}
