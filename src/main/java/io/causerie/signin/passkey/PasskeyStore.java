package io.causerie.signin.passkey;

import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The passkeys of all accounts. */
public final class PasskeyStore {
  private static final int MOST = 20;

  private static final String LIST =
      "select %s from passkeys where account_id = $1 order by id".formatted(Passkey.COLUMNS);

  private static final String FIND =
      "select %s from passkeys where credential_id = $1".formatted(Passkey.COLUMNS);

  /** Afterwards no other transaction changes the account's passkeys. */
  private static final String LOCK =
      "select password_hash from accounts where id = $1 for no key update";

  private static final String COUNT =
      """
      select count(*) as count, count(*) filter (where id = $2) as asked
      from passkeys
      where account_id = $1
      """;

  private static final Statement ADD = Statement.of(
      """
      insert into passkeys
        (id, account_id, name, credential_id, public_key, aaguid, sign_count, created_at)
      values (:id, :account_id, :name, :credential_id, :public_key, :aaguid, :sign_count, :created_at)
      on conflict (credential_id) do nothing
      returning id
      """);

  /** The count goes up, or stays 0 with an authenticator that does not count. */
  private static final String USE =
      """
      update passkeys set sign_count = $2, last_used_at = $3
      where id = $1 and (sign_count < $2 or sign_count = 0 and $2 = 0)
      returning id
      """;

  private static final String REMOVE = "delete from passkeys where id = $1";

  private final Database db;
  private final InstantSource clock;

  public PasskeyStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  Future<List<Passkey>> list(long accountId) {
    return db.query(LIST, Tuple.of(accountId))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Passkey::from).toList());
  }

  Future<Optional<Passkey>> find(Buffer credentialId) {
    return db.query(FIND, Tuple.of(credentialId)).map(rows -> {
      for (Row row : rows) {
        return Optional.of(Passkey.from(row));
      }
      return Optional.empty();
    });
  }

  /** Fails with CONFLICT when the account has as many as it may, or the passkey is known already. */
  Future<Passkey> add(long accountId, String name, Passkey.Key key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var passkey = new Passkey(Id.at(now), accountId, name, key, now, null);
    return db.transaction(connection -> run(connection, LOCK, Tuple.of(accountId))
        .compose(locked -> run(connection, COUNT, Tuple.of(accountId, Id.NONE)))
        .compose(counted -> insert(connection, passkey, one(counted).getLong("count"))));
  }

  /** False when the authenticator has counted back, or the passkey was removed. */
  Future<Boolean> use(Passkey passkey, long signCount) {
    Tuple tuple = Tuple.of(passkey.id(), signCount, clock.instant().atOffset(ZoneOffset.UTC));
    return db.query(USE, tuple).map(used -> used.size() > 0);
  }

  /** Fails with NOT_FOUND for one that is not the account's, with CONFLICT for its last way in. */
  Future<Void> remove(long accountId, long id) {
    return db.transaction(
        connection -> run(connection, LOCK, Tuple.of(accountId)).compose(locked -> {
          boolean hasPassword = one(locked).getString("password_hash") != null;
          return run(connection, COUNT, Tuple.of(accountId, id))
              .compose(counted -> delete(connection, id, one(counted), hasPassword));
        }));
  }

  private static Future<Passkey> insert(SqlConnection connection, Passkey passkey, long count) {
    if (count >= MOST) {
      throw Problem.conflict("an account has at most " + MOST + " passkeys: remove one first");
    }
    Passkey.Key key = passkey.key();
    Statement.Binding adding = ADD.bind("id", passkey.id())
        .bind("account_id", passkey.accountId())
        .bind("name", passkey.name())
        .bind("credential_id", key.credentialId())
        .bind("public_key", key.publicKey())
        .bind("aaguid", key.aaguid())
        .bind("sign_count", key.signCount())
        .bind("created_at", passkey.createdAt());
    return adding.on(connection).map(added -> {
      if (added.size() == 0) {
        throw Problem.conflict("credential", "is registered already");
      }
      return passkey;
    });
  }

  private static Future<Void> delete(
      SqlConnection connection, long id, Row counts, boolean hasPassword) {
    if (counts.getLong("asked") == 0) {
      throw Problem.notFound("passkey");
    }
    if (counts.getLong("count") == 1 && !hasPassword) {
      throw Problem.conflict("it is the only way into your account: set a password first");
    }
    return run(connection, REMOVE, Tuple.of(id)).mapEmpty();
  }

  private static Future<RowSet<Row>> run(SqlConnection connection, String sql, Tuple tuple) {
    return connection.preparedQuery(sql).execute(tuple);
  }

  private static Row one(RowSet<Row> rows) {
    return rows.iterator().next();
  }
}
