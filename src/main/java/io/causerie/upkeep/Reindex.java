package io.causerie.upkeep;

import io.causerie.core.Id;
import io.causerie.db.Background;
import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.db.Background.Timer;
import io.causerie.db.Database;
import io.causerie.db.Outage;
import io.causerie.text.SearchText;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
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
      where s.version < %d and s.comment_id > $1
      order by s.comment_id limit $2
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
      "select count(*) as left_over from comment_search where version < %d"
          .formatted(SearchText.VERSION);

  private static final int BATCH = 200;

  /** Between two batches, so that others come first. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final Duration LONG_PAUSE = Duration.ofSeconds(10);

  /** Of comments that cannot be made findable, so many are named. */
  private static final int MOST_TOLD = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Reindex.class);

  private record Source(long id, String authorName, String body) {}

  private final Vertx vertx;
  private final Database db;
  private final Background rounds;

  // Of the walk; only the round under way uses them.
  private long after = Long.MIN_VALUE;
  private long done;
  private long passedOver;
  private int oneByOne;
  private @Nullable Long firstTried;

  public Reindex(Vertx vertx, Database db) {
    this.vertx = vertx;
    this.db = db;
    rounds = new Background(
        "making older comments findable",
        Timer.of(vertx),
        new Pace(Duration.ZERO, LONG_PAUSE),
        this::round);
  }

  /** Goes on until there is nothing left to do; a second call changes nothing. */
  public void start() {
    rounds.start();
  }

  public Future<Void> stop() {
    return rounds.stop();
  }

  /** After a batch that failed, the comments of it are tried one by one. */
  private Future<Next> round() {
    firstTried = null;
    return db.transaction(this::batch).compose(this::goOn, this::passOver);
  }

  private Future<Next> goOn(List<Long> ids) {
    if (ids.isEmpty()) {
      return db.query(LEFT, Tuple.tuple())
          .map(rows -> end(rows.iterator().next().getLong("left_over")));
    }
    if (done == 0) {
      LOG.info("older comments are being made findable by today's search, in the background");
    }
    done += ids.size();
    return next(ids.get(ids.size() - 1));
  }

  private Future<Next> passOver(Throwable failure) {
    boolean wasAlone = oneByOne > 0;
    oneByOne = wasAlone ? oneByOne : BATCH;
    if (firstTried == null || Outage.isBehind(failure)) {
      return Future.failedFuture(failure);
    }
    if (!wasAlone) {
      return Future.succeededFuture(Next.in(PAUSE));
    }
    passedOver++;
    if (passedOver <= MOST_TOLD) {
      LOG.error("the comment {} cannot be made findable", Id.format(firstTried), failure);
    }
    return next(firstTried);
  }

  private Future<Next> next(long last) {
    after = last;
    oneByOne = Math.max(0, oneByOne - 1);
    return Future.succeededFuture(Next.in(PAUSE));
  }

  /** Others may still be at work at the last ones. */
  private Next end(long left) {
    if (left > passedOver) {
      after = Long.MIN_VALUE;
      passedOver = 0;
      return Next.in(LONG_PAUSE);
    }
    if (done > 0) {
      LOG.info("comments are findable by today's search, {} of them were indexed again", done);
    }
    if (left > 0) {
      LOG.error("{} comments could not be made findable; the next start tries again", left);
    }
    return Next.NEVER;
  }

  /** Answers the comments that are done now. */
  private Future<List<Long>> batch(SqlConnection conn) {
    return conn.preparedQuery(FIND)
        .execute(Tuple.of(after, oneByOne > 0 ? 1 : BATCH))
        .map(Reindex::sources)
        .compose(sources ->
            sources.isEmpty() ? Future.succeededFuture(List.of()) : store(conn, sources));
  }

  private Future<List<Long>> store(SqlConnection conn, List<Source> sources) {
    firstTried = sources.get(0).id;
    return vertx
        .executeBlocking(() -> tuple(sources), false)
        .compose(tuple -> conn.preparedQuery(STORE).execute(tuple))
        .map(stored -> sources.stream().map(Source::id).toList());
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
