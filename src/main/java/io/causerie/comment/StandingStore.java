package io.causerie.comment;

import io.causerie.account.Author;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;

/** Reads what the screens want to know. */
public final class StandingStore {
  private static final String FIND = "select approved_count from authors where id = $1";

  private final Database db;

  public StandingStore(Database db) {
    this.db = db;
  }

  Future<Standing> find(Posting posting) {
    Author author = posting.viewer().author();
    return author == null
        ? Future.succeededFuture(Standing.NEW)
        : db.query(FIND, Tuple.of(author.id()))
            .map(rows -> new Standing(rows.iterator().next().getInteger("approved_count")));
  }
}
