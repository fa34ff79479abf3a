package io.causerie.team;

import io.causerie.account.Actor;
import io.causerie.account.Role;
import io.causerie.core.Token;
import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.causerie.team.Membership.Person;
import io.causerie.team.Membership.Standing;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The members of sites. */
public final class MemberStore {
  private static final String LIST =
      """
      select a.id, a.name, m.role, m.created_at, greatest(m.last_seen_at, (
          select max(t.last_used_at) from api_tokens t
          where t.site_id = m.site_id and t.account_id = m.account_id
        )) as last_seen_at
      from members m join accounts a on a.id = m.account_id
      where m.site_id = $1
      order by a.name, a.id
      """;

  /**
   * One of a site's team.
   *
   * @param id of the account
   * @param lastSeenAt when they last asked something of this site, signed in or by a token; null for never
   */
  public record Member(
      long id, String name, Role role, Instant since, @Nullable Instant lastSeenAt) {}

  /**
   * The outcome of adding a member.
   *
   * @param was the role until now; null if the account was not a member
   * @param token a new one, shown this once; null when the one from before goes on with the new role
   */
  public record Added(@Nullable Role was, Role role, @Nullable Token token) {}

  private final Database db;
  private final InstantSource clock;

  public MemberStore(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  public Future<List<Member>> list(String siteId) {
    return db.query(LIST, Tuple.of(siteId))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(MemberStore::member)
            .toList());
  }

  /**
   * Adds a member, or gives a member another role, or one with that role already a new
   * token. Fails with CONFLICT when the last owner would be none, with NOT_FOUND for an unknown site.
   *
   * @param role null for the one they have, or a moderator's
   */
  public Future<Added> add(String siteId, String name, @Nullable Role role, Actor actor) {
    return TeamLock.hold(db, siteId, connection -> {
      var membership =
          new Membership(connection, siteId, Person.called(name), actor, clock.instant());
      return membership.standing().compose(standing -> {
        if (standing == null) {
          return membership.beginWithToken(role == null ? Role.MODERATOR : role);
        }
        return role == null || role == standing.role()
            ? membership.renewToken(standing)
            : membership.changeRole(standing, role);
      });
    });
  }

  /**
   * Gives a member another role. Fails with CONFLICT when the last owner would be none, with NOT_FOUND
   * for an account that is no member and for an unknown site.
   */
  public Future<Member> changeRole(String siteId, long accountId, Role role, Actor actor) {
    return TeamLock.hold(db, siteId, connection -> Membership.member(connection, siteId, accountId)
            .map(member -> new Membership(connection, siteId, member, actor, clock.instant()))
            .compose(membership -> standing(membership)
                .compose(standing -> standing.role() == role
                    ? Future.succeededFuture()
                    : membership.changeRole(standing, role).mapEmpty())))
        .compose(changed -> list(siteId))
        .map(members -> members.stream()
            .filter(member -> member.id() == accountId)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("member")));
  }

  /** As {@link #remove(String, String, Actor)}, by the id of the account. */
  public Future<Void> remove(String siteId, long accountId, Actor actor) {
    return TeamLock.hold(db, siteId, connection -> Membership.member(connection, siteId, accountId)
        .compose(
            member -> end(new Membership(connection, siteId, member, actor, clock.instant()))));
  }

  /**
   * Ends a membership; its tokens are dead. Fails with CONFLICT for the last owner, with NOT_FOUND for
   * an account that is no member and for an unknown site.
   */
  public Future<Void> remove(String siteId, String name, Actor actor) {
    return TeamLock.hold(
        db,
        siteId,
        connection ->
            end(new Membership(connection, siteId, Person.called(name), actor, clock.instant())));
  }

  private static Future<Void> end(Membership membership) {
    return standing(membership).compose(membership::end);
  }

  private static Future<Standing> standing(Membership membership) {
    return membership
        .standing()
        .compose(standing -> standing == null
            ? Future.failedFuture(Problem.notFound("member"))
            : Future.succeededFuture(standing));
  }

  private static Member member(Row row) {
    OffsetDateTime lastSeenAt = row.getOffsetDateTime("last_seen_at");
    return new Member(
        row.getLong("id"),
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getOffsetDateTime("created_at").toInstant(),
        lastSeenAt == null ? null : lastSeenAt.toInstant());
  }
}
