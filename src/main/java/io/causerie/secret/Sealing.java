package io.causerie.secret;

import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Seals at the start what is not sealed yet, or with an older key. A row of its own in {@code secrets}
 * says that a database is sealed, and tells whether a key is the right one.
 */
public final class Sealing {
  private static final String CHECK = "seal";
  private static final int SECRET_BYTES = 32;
  private static final int TOTP_BYTES = 20;
  private static final String FORBIDDEN = "42501";

  /** One node at a time. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('causerie seal ' || current_schema()))";

  private static final String FIND_CHECK = "select value from secrets where name = $1";

  private static final String ADD_CHECK = "insert into secrets (name, value) values ($1, $2)";

  private static final String FIND_SECRETS = "select name, value from secrets";

  private static final String RENEW_SECRET =
      "update secrets set value = $2 where name = $1 and value = $3";

  private static final String FIND_FACTORS =
      """
      select account_id, secret, offered from second_factors
      where secret is not null or offered is not null
      """;

  private static final String RENEW_FACTORS =
      """
      update second_factors set secret = $2, offered = $3
      where account_id = $1
        and secret is not distinct from $4 and offered is not distinct from $5
      """;

  /** The setting does not fit what the database has; the message goes on after its name. */
  public static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Mismatch(String detail) {
      super(detail);
    }
  }

  private final Database db;
  private final Seal seal;

  public Sealing(Database db, Seal seal) {
    this.db = db;
    this.seal = seal;
  }

  /** What the authenticator app of an account is kept as. */
  public static String rowOfSecondFactor(long accountId) {
    return "second_factors/" + accountId;
  }

  static String rowOfSecret(String name) {
    return "secrets/" + name;
  }

  /** Fails with {@link Mismatch}, with nothing changed, for a key that is missing or not the right one. */
  public Future<Void> run() {
    return seal.isOn()
        ? db.transaction(this::sealAll).recover(Sealing::explained)
        : db.query(FIND_CHECK, Tuple.of(CHECK)).map(Sealing::requireUnsealed);
  }

  private static @Nullable Void requireUnsealed(RowSet<Row> found) {
    if (found.size() > 0) {
      throw new Mismatch("is not set, and this database is sealed: set what it was sealed with");
    }
    return null;
  }

  private Future<Void> sealAll(SqlConnection connection) {
    return connection
        .query(LOCK)
        .execute()
        .compose(locked -> connection.preparedQuery(FIND_CHECK).execute(Tuple.of(CHECK)))
        .compose(found -> check(connection, found))
        .compose(checked -> connection.query(FIND_SECRETS).execute())
        .compose(rows -> each(rows, row -> renewSecret(connection, row)))
        .compose(renewed -> connection.query(FIND_FACTORS).execute())
        .compose(rows -> each(rows, row -> renewFactors(connection, row)));
  }

  private Future<?> check(SqlConnection connection, RowSet<Row> found) {
    for (Row row : found) {
      try {
        seal.open(rowOfSecret(CHECK), row.getBuffer("value"), SECRET_BYTES);
        return Future.succeededFuture();
      } catch (IllegalStateException wrongKey) {
        throw new Mismatch("is not what this database was sealed with");
      }
    }
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    Buffer sealed = seal.close(rowOfSecret(CHECK), Buffer.buffer(random));
    return connection.preparedQuery(ADD_CHECK).execute(Tuple.of(CHECK, sealed));
  }

  private static Future<Void> each(RowSet<Row> rows, Function<Row, Future<?>> step) {
    Future<?> done = Future.succeededFuture();
    for (Row row : rows) {
      done = done.compose(before -> step.apply(row));
    }
    return done.mapEmpty();
  }

  private Future<?> renewSecret(SqlConnection connection, Row row) {
    String name = row.getString("name");
    Buffer kept = row.getBuffer("value");
    Buffer renewed = seal.renew(rowOfSecret(name), kept, SECRET_BYTES);
    return kept == renewed
        ? Future.succeededFuture()
        : connection.preparedQuery(RENEW_SECRET).execute(Tuple.of(name, renewed, kept));
  }

  private Future<?> renewFactors(SqlConnection connection, Row row) {
    long accountId = row.getLong("account_id");
    @Nullable Buffer secret = row.getBuffer("secret");
    @Nullable Buffer offered = row.getBuffer("offered");
    @Nullable Buffer newSecret = renewed(accountId, secret);
    @Nullable Buffer newOffered = renewed(accountId, offered);
    return secret == newSecret && offered == newOffered
        ? Future.succeededFuture()
        : connection
            .preparedQuery(RENEW_FACTORS)
            .execute(Tuple.of(accountId, newSecret, newOffered, secret, offered));
  }

  private @Nullable Buffer renewed(long accountId, @Nullable Buffer kept) {
    return kept == null ? null : seal.renew(rowOfSecondFactor(accountId), kept, TOTP_BYTES);
  }

  private static Future<Void> explained(Throwable failure) {
    return Future.failedFuture(
        failure instanceof PgException refused && FORBIDDEN.equals(refused.getSqlState())
            ? new IllegalStateException(
                "What this database keeps is to be sealed, and this role may not do that: run"
                    + " `java -jar causerie.jar migrate` with the same CAUSERIE_SECRET and the"
                    + " DATABASE_URL of the role that owns the schema",
                failure)
            : failure);
  }
}
