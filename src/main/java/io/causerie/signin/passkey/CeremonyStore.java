package io.causerie.signin.passkey;

import io.causerie.core.Token;
import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What browsers were asked to sign: each challenge is good for five minutes and one answer. */
public final class CeremonyStore {
  static final Duration LIFE = Duration.ofMinutes(5);

  private static final String BEGIN =
      """
      insert into ceremonies (hash, purpose, account_id, challenge, expires_at)
      values ($1, $2, $3, $4, $5)
      """;

  private static final String FINISH =
      """
      delete from ceremonies
      where hash = $1 and purpose = $2 and account_id is not distinct from $3
      returning challenge, expires_at > $4 as lives
      """;

  /** Those that were not finished in time; for {@link io.causerie.db.Forgets}. */
  public static final String FORGET =
      """
      delete from ceremonies
      where hash in (select hash from ceremonies where expires_at < $1 limit 1000)
      """;

  private final Database db;
  private final InstantSource clock;

  public CeremonyStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * What the browser calls the ceremony by.
   *
   * @param accountId null when no account is known yet
   */
  Future<String> begin(Purpose purpose, @Nullable Long accountId, String challenge) {
    Token token = Token.random();
    Instant end = clock.instant().plus(LIFE);
    Tuple tuple =
        Tuple.of(token.hash(), purpose.word(), accountId, challenge, end.atOffset(ZoneOffset.UTC));
    return db.query(BEGIN, tuple).map(begun -> token.value());
  }

  /** The challenge, this once. Fails with INVALID for what was not begun so, is over, or came before. */
  Future<String> finish(Purpose purpose, @Nullable Long accountId, String ceremony) {
    Tuple tuple = Tuple.of(
        new Token(ceremony).hash(),
        purpose.word(),
        accountId,
        clock.instant().atOffset(ZoneOffset.UTC));
    return db.query(FINISH, tuple).map(CeremonyStore::challenge);
  }

  private static String challenge(RowSet<Row> finished) {
    for (Row row : finished) {
      if (row.getBoolean("lives")) {
        return row.getString("challenge");
      }
    }
    throw Problem.invalid("ceremony", "is over, was answered before, or is for something else");
  }
}
