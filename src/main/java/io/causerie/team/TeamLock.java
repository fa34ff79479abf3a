package io.causerie.team;

import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/** Serialises the changes of a site's team. */
public final class TeamLock {
  private static final String LOCK = "select id from sites where id = $1 for no key update";

  private TeamLock() {}

  /**
   * Runs a change in a transaction that excludes other changes of that site's team. What the change
   * asks first still holds when it acts. Fails with NOT_FOUND for an unknown site.
   */
  public static <T> Future<T> hold(
      Database db, String siteId, Function<SqlConnection, Future<T>> change) {
    return db.pool().withTransaction(connection -> connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(siteId))
        .compose(locked -> locked.size() == 0
            ? Future.failedFuture(Problem.notFound("site"))
            : change.apply(connection)));
  }
}
