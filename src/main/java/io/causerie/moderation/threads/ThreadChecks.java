package io.causerie.moderation.threads;

import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a change of a locked thread must not do. */
record ThreadChecks(SqlConnection conn, ModeratedThread now, ThreadChange wanted) {
  /** The most keys a thread may have had: each post drops what is cached under all of them. */
  static final int MOST_ALIASES = 100;

  private static final String PINNABLE =
      """
      select id from comments
      where id = any ($2) and thread_id = $1 and parent_id is null and status = 'approved'
      order by id
      for no key update
      """;

  private static final String OWNER_OF_KEY = "select find_thread($1, $2) as id";

  /** Fails with INVALID for what cannot be pinned, and with CONFLICT for a key that cannot be had. */
  Future<Void> run() {
    return checkPins().compose(pinnable -> checkKey());
  }

  static Problem keyIsTaken() {
    return Problem.conflict("another thread has this key: merge the two instead");
  }

  static Problem tooManyKeys() {
    return Problem.conflict("a thread can have had at most " + MOST_ALIASES + " other keys");
  }

  private Future<Void> checkPins() {
    List<Long> asked = wanted.pinned();
    if (asked == null || now.pinned().containsAll(asked)) {
      return Future.succeededFuture();
    }
    Tuple tuple = Tuple.of(now.id()).addArrayOfLong(asked.toArray(Long[]::new));
    return conn.preparedQuery(PINNABLE).execute(tuple).map(rows -> {
      Set<Long> pinnable = new HashSet<>(now.pinned());
      rows.forEach(row -> pinnable.add(row.getLong("id")));
      return refuseOthers(asked, pinnable);
    });
  }

  private static Void refuseOthers(List<Long> asked, Set<Long> pinnable) {
    List<Problem.FieldError> errors = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      if (!pinnable.contains(asked.get(i))) {
        errors.add(new Problem.FieldError(
            "pinned[" + i + "]", "is not an approved comment of this thread that answers none"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return null;
  }

  private Future<Void> checkKey() {
    String key = wanted.newKey();
    if (key == null || now.keys().contains(key)) {
      return Future.succeededFuture();
    }
    if (now.aliases().size() >= MOST_ALIASES) {
      return Future.failedFuture(tooManyKeys());
    }
    return conn.preparedQuery(OWNER_OF_KEY)
        .execute(Tuple.of(wanted.site().id(), key))
        .compose(rows -> rows.iterator().next().getLong("id") == null
            ? Future.succeededFuture()
            : Future.failedFuture(keyIsTaken()));
  }
}
