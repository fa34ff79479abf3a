package io.causerie.account;

import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the viewer that a token identifies. */
public final class TokenStore {
  private static final String FIND_GUEST =
      """
      select a.id, a.name, a.kind
      from tokens t join authors a on a.id = t.author_id
      where t.hash = $1 and t.site_id = $2 and t.expires_at > $3
      """;

  /** Keeps the time of use as well, unless it was used within the last minute. */
  private static final String FIND_OF_TEAM =
      """
      with found as (
        select t.id, t.name, t.scopes, m.role, a.id as account_id, a.name as account_name,
          w.id as author_id
        from api_tokens t
          left join members m on m.site_id = t.site_id and m.account_id = t.account_id
          left join accounts a on a.id = m.account_id
          left join authors w on w.site_id = m.site_id and w.account_id = m.account_id
        where t.hash = $1 and t.site_id = $2 and t.revoked_at is null
          and (t.scopes is not null or m.role is not null)
      ), used as (
        update api_tokens t set last_used_at = $3
        from found
        where t.id = found.id
          and (t.last_used_at is null
            or t.last_used_at <= $3::timestamptz - interval '1 minute')
      )
      select * from found
      """;

  /** Those that have expired; for {@link io.causerie.db.Forgets}. */
  public static final String FORGET =
      """
      delete from tokens
      where hash in (select hash from tokens where expires_at < $1 limit 1000)
      """;

  private final Database db;
  private final InstantSource clock;

  public TokenStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Empty for a token that is unknown, expired, revoked, or of another site. */
  Future<Optional<Viewer>> find(Token token, String siteId) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    String find = token.isOfTeam() ? FIND_OF_TEAM : FIND_GUEST;
    return db.query(find, Tuple.of(token.hash(), siteId, now)).map(rows -> {
      for (Row row : rows) {
        return Optional.of(viewer(token, row));
      }
      return Optional.empty();
    });
  }

  private static Viewer viewer(Token token, Row row) {
    if (!token.isOfTeam()) {
      return Viewer.reader(
          new Author(row.getLong("id"), row.getString("name"), row.getString("kind")));
    }
    return row.getString("role") == null ? program(row) : Viewer.member(row);
  }

  private static Viewer program(Row row) {
    long id = row.getLong("id");
    Set<Permission> permissions = Stream.of(row.getArrayOfStrings("scopes"))
        .flatMap(word -> Scope.of(word).stream())
        .flatMap(scope -> scope.permissions().stream())
        .collect(Collectors.toUnmodifiableSet());
    var actor = new Actor("token:" + Id.format(id), row.getString("name"), null);
    return new Viewer(permissions, null, actor);
  }
}
