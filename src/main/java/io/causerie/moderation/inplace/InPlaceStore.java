package io.causerie.moderation.inplace;

import io.causerie.comment.Comment;
import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** Reads a comment of any status with its thread. */
final class InPlaceStore {
  private static final String FIND =
      """
      select t.key, t.url, %s
      from comments c join threads t on t.id = c.thread_id
      where c.id = $1 and c.site_id = $2
      """
          .formatted(Comment.COLUMNS);

  /**
   * A comment and where it is.
   *
   * @param url of its page, if that is known
   */
  record InPlace(Comment comment, String threadKey, @Nullable String url) {}

  private final Database db;

  InPlaceStore(Database db) {
    this.db = db;
  }

  /** Fails with NOT_FOUND for what is no comment of the site. */
  Future<InPlace> find(String siteId, long id) {
    return db.query(FIND, Tuple.of(id, siteId)).map(rows -> {
      for (Row row : rows) {
        return new InPlace(Comment.from(row), row.getString("key"), row.getString("url"));
      }
      throw Problem.notFound("comment");
    });
  }
}
