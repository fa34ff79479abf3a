package io.causerie.event;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

/**
 * A place in the log of events, which is in the order of transactions and then of ids.
 *
 * @param xid of the transaction that wrote the event, by the count of its database cluster
 */
public record Position(long xid, long id) {
  /** The columns that {@link #of} needs, of whatever has them. */
  static final String COLUMNS = "%1$s.xid::text as xid, %1$s.id";

  static Position of(Row row) {
    return new Position(Long.parseLong(row.getString("xid")), row.getLong("id"));
  }

  /** Before all events of the transaction. */
  static Position before(long xid) {
    return new Position(xid, 0);
  }

  /** For {@code ($1::text::xid8, $2)}. */
  Tuple tuple() {
    return Tuple.of(String.valueOf(xid), id);
  }
}
