package io.causerie.team;

import io.causerie.account.Account;
import io.causerie.account.Actor;
import io.causerie.account.Role;
import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The links that are out. */
public final class InvitationStore {
  private static final int MOST_LIVE = 100;
  private static final int MOST_UNOWNED = 20;
  private static final Duration LIFE = Duration.ofDays(3);

  private static final String COLUMNS =
      """
      i.id, i.site_id, coalesce(m.role, i.role) as role, i.account_id, a.name, i.created_by,
        i.created_at, i.expires_at
      """;

  /** One for a member is valid during the membership; a first one while the site has no owner. */
  private static final String LIVE =
      """
      from invitations i
        left join accounts a on a.id = i.account_id
        left join members m on m.account_id = i.account_id and m.site_id = i.site_id
      where i.expires_at > $2 and (i.account_id is null or m.role is not null)
        and not (i.is_first and has_owner(i.site_id))
      """;

  private static final String LIST =
      "select " + COLUMNS + LIVE + "and i.site_id = $1 order by i.id desc";

  private static final String LOOK = "select " + COLUMNS + LIVE + "and i.hash = $1";

  /** In place of an earlier one for the same member, or an earlier first one. */
  private static final Statement CREATE = Statement.of(
      """
      with replaced as (
        delete from invitations
        where site_id = :site and (account_id = :account_id::bigint or (is_first and :is_first))
      ), live as (
        select count(*) as count from invitations where site_id = :site and expires_at > :created_at
      ), made as (
        insert into invitations (id, hash, site_id, role, account_id, is_first, created_by,
          creator_id, created_at, expires_at)
        select :id, :hash, :site, :role, :account_id, :is_first, :actor_name,
          :creator_id, :created_at, :expires_at
        from live where live.count < :most
        returning site_id, role
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, after)
        select site_id, :actor, :actor_name, 'invite',
          jsonb_build_object('invitation', :shown_id::text, 'role', role, 'name',
            (select name from accounts where id = :account_id))
        from made
      )
      select from made
      """);

  private static final Statement REMOVE = Statement.of(
      """
      with removed as (
        delete from invitations where site_id = :site and id = :id and expires_at > :now
        returning role, account_id
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, before)
        select :site, :actor, :actor_name, 'uninvite',
          jsonb_build_object('invitation', :shown_id::text, 'role', role, 'name',
            (select name from accounts where id = account_id))
        from removed
      )
      select from removed
      """);

  private static final String UNOWNED =
      "select id from sites where not has_owner(id) order by id limit $1";

  /** Those that have expired; for {@link io.causerie.db.Forgets}. */
  public static final String FORGET =
      """
      delete from invitations
      where id in (select id from invitations where expires_at < $1 limit 1000)
      """;

  /** A link at the one moment when its token is known. */
  record Created(Token token, Invitation invitation) {}

  private final Database db;
  private final InstantSource clock;

  public InvitationStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  Future<List<Invitation>> list(String siteId) {
    return db.query(LIST, Tuple.of(siteId, time(clock.instant())))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(Invitation::from)
            .toList());
  }

  /** Fails with NOT_FOUND for a token that is unknown, used or ended. */
  public Future<Invitation> look(Token token) {
    return db.query(LOOK, Tuple.of(token.hash(), time(clock.instant()))).map(InvitationStore::only);
  }

  /** As {@link #look}, for a change that holds the {@link TeamLock}. */
  public static Future<Invitation> look(SqlConnection connection, Token token, Instant now) {
    return connection
        .preparedQuery(LOOK)
        .execute(Tuple.of(token.hash(), time(now)))
        .map(InvitationStore::only);
  }

  private static Invitation only(RowSet<Row> rows) {
    for (Row row : rows) {
      return Invitation.from(row);
    }
    throw Problem.notFound("invitation, or it was used or has ended");
  }

  /** For any person who opens the link. Fails with CONFLICT when the site has as many as may be. */
  Future<Created> create(String siteId, Role role, Actor actor) {
    return create(siteId, role, null, false, actor);
  }

  /** For a member, to set a new password. */
  Future<Created> create(String siteId, Role role, Account member, Actor actor) {
    return create(siteId, role, member, false, actor);
  }

  /** For a site without an owner, in place of the one before. */
  Future<Created> createFirst(String siteId) {
    return create(siteId, Role.OWNER, null, true, Actor.CONSOLE);
  }

  private Future<Created> create(
      String siteId, Role role, @Nullable Account member, boolean isFirst, Actor actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var invitation = new Invitation(
        Id.at(now),
        siteId,
        role,
        member == null ? null : member.id(),
        member == null ? null : member.name(),
        actor.name(),
        now,
        now.plus(LIFE));
    var created = new Created(Token.random(), invitation);
    Statement.Binding making = bound(created, isFirst, actor);
    return TeamLock.hold(db, siteId, connection -> making
        .on(connection)
        .compose(made -> made.size() == 0
            ? Future.failedFuture(Problem.conflict("a site has at most " + MOST_LIVE
                + " invitations at a time: take one back that nobody needs"))
            : Future.succeededFuture(created)));
  }

  private static Statement.Binding bound(Created created, boolean isFirst, Actor actor) {
    Invitation invitation = created.invitation();
    return CREATE
        .bind("id", invitation.id())
        .bind("shown_id", Id.format(invitation.id()))
        .bind("site", invitation.siteId())
        .bind("hash", created.token().hash())
        .bind("role", invitation.role().word())
        .bind("account_id", invitation.accountId())
        .bind("is_first", isFirst)
        .bind("actor", actor.id())
        .bind("actor_name", actor.name())
        .bind("creator_id", actor.accountId())
        .bind("created_at", invitation.createdAt())
        .bind("expires_at", invitation.expiresAt())
        .bind("most", MOST_LIVE);
  }

  /** Fails with NOT_FOUND for one that is not of the site, was used or has ended. */
  Future<Void> remove(String siteId, long id, Actor actor) {
    Statement.Binding removing = REMOVE
        .bind("site", siteId)
        .bind("id", id)
        .bind("shown_id", Id.format(id))
        .bind("now", clock.instant())
        .bind("actor", actor.id())
        .bind("actor_name", actor.name());
    return db.query(removing)
        .compose(removed -> removed.size() == 0
            ? Future.failedFuture(Problem.notFound("invitation"))
            : Future.succeededFuture());
  }

  /** Sites without an owner who can sign in, the first few. */
  Future<List<String>> unowned() {
    return db.query(UNOWNED, Tuple.of(MOST_UNOWNED))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.getString("id"))
            .toList());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
