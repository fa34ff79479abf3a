package io.causerie.team;

import io.causerie.account.Actor;
import io.causerie.account.Scope;
import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
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
  private static final Statement CREATE = Statement.of(
      """
      with live as (
        select count(*) as count from api_tokens
        where site_id = :site and scopes is not null and revoked_at is null
      ), made as (
        insert into api_tokens (id, hash, site_id, name, scopes, created_by, created_at)
        select :id, :hash, :site, :name, :scopes, :actor_name, :created_at from live where live.count < :most
        returning id
      ), forgotten as (
        delete from api_tokens
        where id in (
          select id from api_tokens
          where site_id = :site and revoked_at is not null
          order by revoked_at desc
          offset 100)
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, after)
        select :site, :actor, :actor_name, 'token-create', :after from made
      )
      select id from made
      """);

  private static final Statement REVOKE = Statement.of(
      """
      with asked as (
        select id from api_tokens where site_id = :site and id = :id and scopes is not null
      ), revoked as (
        update api_tokens t set revoked_at = :now
        from asked
        where t.id = asked.id and t.revoked_at is null
        returning t.name, t.scopes
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, before)
        select :site, :actor, :actor_name, 'token-revoke',
          jsonb_build_object('token', :shown_id::text, 'name', name, 'scopes', scopes)
        from revoked
      )
      select id from asked
      """);

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
    Statement.Binding revoking = REVOKE
        .bind("site", siteId)
        .bind("id", id)
        .bind("shown_id", Id.format(id))
        .bind("now", clock.instant())
        .bind("actor", actor.id())
        .bind("actor_name", actor.name());
    return db.query(revoking).compose(asked -> unlessEmpty(asked, Problem.notFound("token")));
  }

  private static Future<Created> insert(
      SqlConnection connection, String siteId, Created created, Actor actor) {
    ApiToken details = created.details();
    JsonObject after = new JsonObject()
        .put("token", Id.format(details.id()))
        .put("name", details.name())
        .put("scopes", details.scopes());
    Statement.Binding making = CREATE
        .bind("site", siteId)
        .bind("id", details.id())
        .bind("hash", created.token().hash())
        .bind("name", details.name())
        .bind("scopes", details.scopes().toArray(String[]::new))
        .bind("actor", actor.id())
        .bind("actor_name", details.createdBy())
        .bind("created_at", details.createdAt())
        .bind("most", MOST_LIVE)
        .bind("after", after);
    Problem full = Problem.conflict(
        "a site has at most " + MOST_LIVE + " tokens: revoke one that nobody needs");
    return making.on(connection).compose(made -> unlessEmpty(made, full)).map(made -> created);
  }

  private static Future<Void> unlessEmpty(RowSet<Row> rows, Problem problem) {
    return rows.size() == 0 ? Future.failedFuture(problem) : Future.succeededFuture();
  }
}
