package io.causerie.upkeep;

import io.causerie.db.Database;
import io.causerie.text.SearchText;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes older comments be found like new ones, in the background after a start. What is done stands in
 * each row, so that a restart goes on where it was; nodes share the work.
 */
public final class Reindex {
  private static final String FIND =
      """
      select c.id, c.author_name, c.body
      from comment_search s join comments c on c.id = s.comment_id
      where s.version < %d
      order by s.comment_id limit 200
      for no key update of s skip locked
      """
          .formatted(SearchText.VERSION);

  private static final String STORE =
      """
      update comment_search s set words = to_tsvector('simple', n.text), version = $3
      from unnest($1::bigint[], $2::text[]) n (id, text)
      where s.comment_id = n.id
      """;

  private static final String LEFT =
      "select exists (select from comment_search where version < %d) as left_over"
          .formatted(SearchText.VERSION);

  /** Between two batches, so that others come first. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final Duration LONG_PAUSE = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(Reindex.class);

  private record Source(long id, String authorName, String body) {}

  private final Vertx vertx;
  private final Database db;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean stopped;

  public Reindex(Vertx vertx, Database db) {
    this.vertx = vertx;
    this.db = db;
  }

  /** Goes on until there is nothing left to do; a second call changes nothing. */
  public void start() {
    if (started.compareAndSet(false, true)) {
      next(0);
    }
  }

  public void stop() {
    stopped = true;
  }

  private void next(long done) {
    if (stopped) {
      return;
    }
    db.transaction(this::batch).onComplete(batch -> {
      if (batch.failed()) {
        again(LONG_PAUSE, done);
      } else if (batch.result() > 0) {
        tellBeginning(done);
        again(PAUSE, done + batch.result());
      } else {
        endUnlessLeft(done);
      }
    });
  }

  private void again(Duration pause, long done) {
    if (!stopped) {
      vertx.setTimer(pause.toMillis(), tick -> next(done));
    }
  }

  private static void tellBeginning(long done) {
    if (done == 0) {
      LOG.info("older comments are being made findable by today's search, in the background");
    }
  }

  /** Others may still be at work at the last ones. */
  private void endUnlessLeft(long done) {
    db.query(LEFT, Tuple.tuple()).onComplete(answer -> {
      if (answer.failed() || answer.result().iterator().next().getBoolean("left_over")) {
        again(LONG_PAUSE, done);
      } else if (done > 0) {
        LOG.info("all comments are findable by today's search, {} of them anew", done);
      }
    });
  }

  private Future<Integer> batch(SqlConnection conn) {
    return conn.preparedQuery(FIND)
        .execute()
        .compose(rows -> rows.size() == 0
            ? Future.succeededFuture(0)
            : vertx
                .executeBlocking(() -> tuple(sources(rows)), false)
                .compose(tuple -> conn.preparedQuery(STORE).execute(tuple))
                .map(RowSet::rowCount));
  }

  private static List<Source> sources(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row ->
            new Source(row.getLong("id"), row.getString("author_name"), row.getString("body")))
        .toList();
  }

  private static Tuple tuple(List<Source> sources) {
    Long[] ids = sources.stream().map(Source::id).toArray(Long[]::new);
    String[] texts = sources.stream()
        .map(source -> SearchText.of(source.authorName, source.body))
        .toArray(String[]::new);
    return Tuple.tuple().addArrayOfLong(ids).addArrayOfString(texts).addInteger(SearchText.VERSION);
  }
}
