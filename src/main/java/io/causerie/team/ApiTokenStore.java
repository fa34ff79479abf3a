package io.causerie.team;

import io.causerie.account.Actor;
import io.causerie.account.Scope;
import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;

/** The tokens of a site's programs. */
public final class ApiTokenStore {
  private static final int MOST_LIVE = 100;

  /** The live ones, then those that were revoked last. */
  private static final String LIST =
      """
      select %s from api_tokens
      where site_id = $1 and scopes is not null
      order by revoked_at is not null, id desc
      limit 200
      """
          .formatted(ApiToken.COLUMNS);

  /** Makes nothing when there are as many as may be. Forgets all but the last hundred revoked ones. */
  private static final String CREATE =
      """
      with live as (
        select count(*) as count from api_tokens
        where site_id = $1 and scopes is not null and revoked_at is null
      ), made as (
        insert into api_tokens (id, hash, site_id, name, scopes, created_by, created_at)
        select $2, $3, $1, $4, $5, $6, $7 from live where live.count < $8
        returning id
      ), forgotten as (
        delete from api_tokens
        where id in (
          select id from api_tokens
          where site_id = $1 and revoked_at is not null
          order by revoked_at desc
          offset 100)
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, after)
        select $1, $9, $6, 'token-create', $10 from made
      )
      select id from made
      """;

  private static final String REVOKE =
      """
      with asked as (
        select id from api_tokens where site_id = $1 and id = $2 and scopes is not null
      ), revoked as (
        update api_tokens t set revoked_at = $3
        from asked
        where t.id = asked.id and t.revoked_at is null
        returning t.name, t.scopes
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, before)
        select $1, $4, $5, 'token-revoke',
          jsonb_build_object('token', $6::text, 'name', name, 'scopes', scopes)
        from revoked
      )
      select id from asked
      """;

  /** A token at the one moment when it can be shown. */
  record Created(Token token, ApiToken details) {}

  private final Database db;
  private final InstantSource clock;

  public ApiTokenStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  Future<List<ApiToken>> list(String siteId) {
    return db.query(LIST, Tuple.of(siteId))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(ApiToken::from).toList());
  }

  /** Fails with CONFLICT when the site has as many live tokens as it may. */
  Future<Created> create(String siteId, NewApiToken asked, Actor actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<String> scopes = asked.scopes().stream().map(Scope::word).toList();
    var details = new ApiToken(Id.at(now), asked.name(), scopes, actor.name(), now, null, null);
    var created = new Created(Token.ofTeam(), details);
    return TeamLock.hold(db, siteId, connection -> insert(connection, siteId, created, actor));
  }

  /** Revoking again changes nothing. Fails with NOT_FOUND for a token that is not of the site. */
  Future<Void> revoke(String siteId, long id, Actor actor) {
    Tuple tuple = Tuple.of(
        siteId,
        id,
        clock.instant().atOffset(ZoneOffset.UTC),
        actor.id(),
        actor.name(),
        Id.format(id));
    return db.query(REVOKE, tuple).compose(asked -> unlessEmpty(asked, Problem.notFound("token")));
  }

  private static Future<Created> insert(
      SqlConnection connection, String siteId, Created created, Actor actor) {
    ApiToken details = created.details();
    Tuple tuple = Tuple.tuple()
        .addString(siteId)
        .addLong(details.id())
        .addBuffer(created.token().hash())
        .addString(details.name())
        .addArrayOfString(details.scopes().toArray(String[]::new))
        .addString(details.createdBy())
        .addOffsetDateTime(details.createdAt().atOffset(ZoneOffset.UTC))
        .addInteger(MOST_LIVE)
        .addString(actor.id())
        .addJsonObject(new JsonObject()
            .put("token", Id.format(details.id()))
            .put("name", details.name())
            .put("scopes", details.scopes()));
    Problem full = Problem.conflict(
        "a site has at most " + MOST_LIVE + " tokens: revoke one that nobody needs");
    return connection
        .preparedQuery(CREATE)
        .execute(tuple)
        .compose(made -> unlessEmpty(made, full))
        .map(made -> created);
  }

  private static Future<Void> unlessEmpty(RowSet<Row> rows, Problem problem) {
    return rows.size() == 0 ? Future.failedFuture(problem) : Future.succeededFuture();
  }
}
