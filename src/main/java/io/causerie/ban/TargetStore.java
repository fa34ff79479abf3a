package io.causerie.ban;

import io.causerie.db.Database;
import io.causerie.http.Cidr;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/** Finds the target that a request means, and refuses those that must not be banned. */
public final class TargetStore {
  private static final String FIND =
      """
      select a.id, a.account_id, c.id as comment_id, c.address_hash, c.subnet_hash, m.role,
        m.role = 'owner' and (
          select count(*) from members o where o.site_id = $1 and o.role = 'owner') = 1 as last_owner
      from authors a
        left join comments c on c.id = $3 and c.site_id = $1
        left join members m on m.site_id = a.site_id and m.account_id = a.account_id
      where a.site_id = $1
        and a.id = coalesce($2, (select author_id from comments where id = $3 and site_id = $1))
      """;

  private final Database db;

  public TargetStore(Database db) {
    this.db = db;
  }

  /**
   * Fails with NOT_FOUND for what is not of the site, and with INVALID for oneself, for one of the
   * team, and for a comment whose origin is forgotten.
   */
  Future<Target> find(String siteId, Aim aim, Asker asker) {
    Cidr block = aim.block();
    if (block != null) {
      return block.contains(asker.network().address())
          ? Future.failedFuture(Problem.invalid(aim.field(), "covers the address you come from"))
          : Future.succeededFuture(Target.of(block));
    }
    Tuple tuple = Tuple.of(siteId, aim.authorId(), aim.commentId());
    return db.query(FIND, tuple).map(rows -> target(rows, aim, asker));
  }

  private static Target target(RowSet<Row> rows, Aim aim, Asker asker) {
    if (rows.size() == 0) {
      throw Problem.notFound(aim.commentId() == null ? "author" : "comment");
    }
    Row row = rows.iterator().next();
    if (asker.isAuthor(row.getLong("id"), row.getLong("account_id"))) {
      throw Problem.invalid(aim.field(), "is yourself");
    }
    if (Boolean.TRUE.equals(row.getBoolean("last_owner"))) {
      throw Problem.invalid(aim.field(), "is the last owner of this site");
    }
    if (row.getString("role") != null) {
      throw Problem.invalid(aim.field(), "is of the site's team: take the role first");
    }
    Long commentId = row.getLong("comment_id");
    return switch (aim.scope()) {
      case AUTHOR -> new Target(row.getLong("id"), null, null, null, commentId);
      case ADDRESS -> new Target(null, origin(row, aim, asker), null, null, commentId);
      case SUBNET -> new Target(null, null, origin(row, aim, asker), null, commentId);
    };
  }

  private static Buffer origin(Row row, Aim aim, Asker asker) {
    Buffer hash = row.getBuffer(aim.scope().column());
    if (hash == null) {
      throw Problem.invalid(
          aim.field(), "has no known origin any more: it is forgotten after 30 days");
    }
    if (asker.comesFrom(hash)) {
      throw Problem.invalid(aim.field(), "comes from your own network");
    }
    return hash;
  }
}
