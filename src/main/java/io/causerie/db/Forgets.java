package io.causerie.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;

/** How a store forgets what it keeps for a time only. */
@FunctionalInterface
public interface Forgets {
  /** Forgets some of what is too old by then, in a statement that is short enough; answers how many rows. */
  Future<Integer> some(OffsetDateTime now);

  /** By a statement that takes the time and changes a thousand rows at most. */
  static Forgets by(Database db, String statement) {
    return now -> db.query(statement, Tuple.of(now)).map(RowSet::rowCount);
  }
}
