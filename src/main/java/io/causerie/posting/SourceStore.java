package io.causerie.posting;

import io.causerie.comment.Status;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Reads what authors typed. */
public final class SourceStore {
  private static final String FIND =
      """
      select c.author_id, c.status::text as status, c.body
      from comments c
      where c.id = $1 and c.site_id = $2
      """;

  /** What was typed, with what decides who may read it. */
  record Source(long authorId, Status status, String body) {}

  private final Database db;

  public SourceStore(Database db) {
    this.db = db;
  }

  /** Empty for an id that is not on this site. */
  Future<Optional<Source>> find(String siteId, long id) {
    return db.query(FIND, Tuple.of(id, siteId))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(rows.iterator().next())
                .map(row -> new Source(
                    row.getLong("author_id"),
                    Status.of(row.getString("status")),
                    row.getString("body"))));
  }
}
