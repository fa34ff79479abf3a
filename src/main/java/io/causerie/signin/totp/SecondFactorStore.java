package io.causerie.signin.totp;

import io.causerie.db.Database;
import io.causerie.secret.Seal;
import io.causerie.secret.Sealing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of each account: the secret of its authenticator app and its recovery codes. They
 * lie in one row, so that of two uses of one code at once the second finds it used.
 */
public final class SecondFactorStore {
  private static final String COUNT =
      """
      select f.secret is not null as totp, coalesce(cardinality(f.recovery), 0) as recovery_codes,
        (select count(*)::integer from passkeys p where p.account_id = $1) as passkeys
      from (values (1)) one left join second_factors f on f.account_id = $1
      """;

  private static final String OFFER =
      """
      insert into second_factors (account_id, offered, offered_at) values ($1, $2, $3)
      on conflict (account_id)
        do update set offered = excluded.offered, offered_at = excluded.offered_at
      """;

  private static final String FIND_OFFER =
      """
      select offered as secret from second_factors
      where account_id = $1 and offered_at > $2::timestamptz - interval '1 hour'
      """;

  private static final String TURN_ON =
      """
      update second_factors
      set secret = offered, last_step = $3, recovery = $4, offered = null, offered_at = null
      where account_id = $1 and offered = $2
      returning account_id
      """;

  private static final String FIND =
      "select secret from second_factors where account_id = $1 and secret is not null";

  private static final String USE_STEP =
      """
      update second_factors set last_step = $3
      where account_id = $1 and secret = $2 and last_step < $3
      returning account_id
      """;

  private static final String HAS_RECOVERY_CODE =
      "select account_id from second_factors where account_id = $1 and $2 = any (recovery)";

  private static final String USE_RECOVERY_CODE =
      """
      update second_factors set recovery = array_remove(recovery, $2)
      where account_id = $1 and $2 = any (recovery)
      returning account_id
      """;

  private static final String REPLACE_RECOVERY_CODES =
      """
      update second_factors set recovery = $2
      where account_id = $1 and secret is not null
      returning account_id
      """;

  private static final String TURN_OFF = "delete from second_factors where account_id = $1";

  /** Secrets that were offered and not taken within the hour; for {@link io.causerie.db.Forgets}. */
  public static final String FORGET_OFFERS =
      """
      update second_factors set offered = null, offered_at = null
      where account_id in (
        select account_id from second_factors
        where offered_at < $1::timestamptz - interval '1 hour'
        limit 1000)
      """;

  /**
   * The secret of an authenticator app.
   *
   * @param kept what the database has of it, by which it is known there
   */
  record Secret(Buffer value, Buffer kept) {}

  private final Database db;
  private final Seal seal;
  private final InstantSource clock;

  public SecondFactorStore(Database db, Seal seal, InstantSource clock) {
    this.db = db;
    this.seal = seal;
    this.clock = clock;
  }

  Future<SecondFactors.Factors> count(long accountId) {
    return db.query(COUNT, Tuple.of(accountId)).map(rows -> {
      Row row = rows.iterator().next();
      return new SecondFactors.Factors(
          row.getBoolean("totp"), row.getInteger("recovery_codes"), row.getInteger("passkeys"));
    });
  }

  /** Keeps a secret until a code of it comes. What is on goes on until then. */
  Future<Void> offer(long accountId, Buffer secret) {
    Buffer kept = seal.close(Sealing.rowOfSecondFactor(accountId), secret);
    return db.query(OFFER, Tuple.of(accountId, kept, now())).mapEmpty();
  }

  /** Null when none was offered within the hour. */
  Future<@Nullable Secret> offered(long accountId) {
    return db.query(FIND_OFFER, Tuple.of(accountId, now())).map(rows -> secret(accountId, rows));
  }

  /** False when another secret was offered since. */
  Future<Boolean> turnOn(long accountId, Secret secret, long step, List<Buffer> recovery) {
    Tuple tuple =
        Tuple.of(accountId, secret.kept(), step).addArrayOfBuffer(recovery.toArray(Buffer[]::new));
    return db.query(TURN_ON, tuple).map(SecondFactorStore::isDone);
  }

  /** Null when it is off. */
  Future<@Nullable Secret> secret(long accountId) {
    return db.query(FIND, Tuple.of(accountId)).map(rows -> secret(accountId, rows));
  }

  /** False when a code of that step or of a later one was used before. */
  Future<Boolean> useStep(long accountId, Secret secret, long step) {
    return db.query(USE_STEP, Tuple.of(accountId, secret.kept(), step))
        .map(SecondFactorStore::isDone);
  }

  Future<Boolean> hasRecoveryCode(long accountId, Buffer hash) {
    return db.query(HAS_RECOVERY_CODE, Tuple.of(accountId, hash)).map(SecondFactorStore::isDone);
  }

  /** False when there is no such code, or no longer. */
  Future<Boolean> useRecoveryCode(long accountId, Buffer hash) {
    return db.query(USE_RECOVERY_CODE, Tuple.of(accountId, hash)).map(SecondFactorStore::isDone);
  }

  /** False when the second factor is off. */
  Future<Boolean> replaceRecoveryCodes(long accountId, List<Buffer> recovery) {
    Tuple tuple = Tuple.of(accountId).addArrayOfBuffer(recovery.toArray(Buffer[]::new));
    return db.query(REPLACE_RECOVERY_CODES, tuple).map(SecondFactorStore::isDone);
  }

  Future<Void> turnOff(long accountId) {
    return db.query(TURN_OFF, Tuple.of(accountId)).mapEmpty();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private @Nullable Secret secret(long accountId, RowSet<Row> rows) {
    for (Row row : rows) {
      Buffer kept = row.getBuffer("secret");
      String name = Sealing.rowOfSecondFactor(accountId);
      return new Secret(seal.open(name, kept, Totp.SECRET_BYTES), kept);
    }
    return null;
  }

  private static boolean isDone(RowSet<Row> rows) {
    return rows.size() > 0;
  }
}
