package io.causerie.log;

import io.causerie.db.Background;
import io.causerie.db.Background.Next;
import io.causerie.db.Background.Pace;
import io.causerie.db.Background.Timer;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the head of each site's moderation log to the log of the service once a day: a copy that lies
 * elsewhere is what shows that a whole chain was rewritten.
 */
public final class HeadReport {
  private static final String HEADS =
      "select site_id, seq, hash from log_heads where seq > 0 order by site_id";

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofDays(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(HeadReport.class);

  private final Database db;
  private final Background rounds;

  public HeadReport(Vertx vertx, Database db) {
    this.db = db;
    rounds = new Background(
        "reporting the heads of the moderation logs",
        Timer.of(vertx),
        new Pace(FIRST, AFTER_FAILURE),
        () -> report().map(Next.in(PAUSE)));
  }

  public void start() {
    rounds.start();
  }

  public Future<Void> stop() {
    return rounds.stop();
  }

  Future<Void> report() {
    return db.query(HEADS, Tuple.tuple())
        .onSuccess(rows -> rows.forEach(row -> LOG.info(
            "moderation log of {}: {} entries, head {}",
            row.getString("site_id"),
            row.getLong("seq"),
            LogEntry.hex(row.getBuffer("hash")))))
        .mapEmpty();
  }
}
