package io.causerie.account;

import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** Finds who holds a token. */
public final class TokenStore {
  private static final String FIND =
      """
      select a.id, a.name, a.kind
      from tokens t join authors a on a.id = t.author_id
      where t.hash = $1 and t.site_id = $2 and t.expires_at > $3
      """;

  private final Database db;
  private final InstantSource clock;

  public TokenStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Empty for a token that is unknown, expired, or of another site. */
  Future<Optional<Author>> find(Token token, String siteId) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return db.query(FIND, Tuple.of(token.hash(), siteId, now))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(rows.iterator().next())
                .map(row ->
                    new Author(row.getLong("id"), row.getString("name"), row.getString("kind"))));
  }
}
