package io.causerie.signin;

import io.causerie.account.Account;
import io.causerie.account.AccountStore;
import io.causerie.account.Actor;
import io.causerie.account.Session;
import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.causerie.team.Invitation;
import io.causerie.team.InvitationStore;
import io.causerie.team.Membership;
import io.causerie.team.TeamLock;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Uses up an invitation, once: nothing of it happens twice, nor by halves. */
public final class AcceptInvitation {
  private static final String USE = "delete from invitations where id = $1";

  private static final String NEW_ACCOUNT =
      """
      insert into accounts (id, name, sign_in_name, created_at, password_hash)
      values ($1, $2, $2, $3, $4)
      on conflict (sign_in_name) do nothing
      returning id
      """;

  private final Database db;
  private final InstantSource clock;

  public AcceptInvitation(Database db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Makes an account and its membership. Fails with CONFLICT for a name that is taken. */
  Future<Long> asNewcomer(Invitation seen, Acceptance asked, String passwordHash) {
    return use(seen, asked.token(), (connection, invitation) -> {
      Instant now = clock.instant();
      return makeAccount(connection, asked.name(), passwordHash, now)
          .compose(id -> join(connection, invitation, id, asked.name(), now));
    });
  }

  /** Puts an account that is signed in onto the team. Fails with CONFLICT for a member. */
  Future<Long> asSignedIn(Invitation seen, Token token, Session session) {
    return use(
        seen,
        token,
        (connection, invitation) ->
            join(connection, invitation, session.accountId(), session.name(), clock.instant()));
  }

  /** Gives a member another password and ends all their sessions. */
  Future<Long> asMember(Invitation seen, Token token, Account member, String passwordHash) {
    return use(seen, token, (connection, invitation) -> connection
        .preparedQuery(AccountStore.SET_PASSWORD)
        .execute(Tuple.of(member.id(), passwordHash, Id.NONE))
        .map(set -> member.id()));
  }

  /** What is done with an invitation while its row is locked. */
  private interface Use {
    Future<Long> of(SqlConnection connection, Invitation invitation);
  }

  private Future<Long> use(Invitation seen, Token token, Use use) {
    return TeamLock.hold(
        db, seen.siteId(), connection -> InvitationStore.look(connection, token, clock.instant())
            .compose(invitation -> connection
                .preparedQuery(USE)
                .execute(Tuple.of(invitation.id()))
                .compose(used -> use.of(connection, invitation))));
  }

  private static Future<Long> makeAccount(
      SqlConnection connection, String name, String passwordHash, Instant now) {
    return connection
        .preparedQuery(NEW_ACCOUNT)
        .execute(Tuple.of(Id.at(now), name, time(now), passwordHash))
        .map(made -> {
          if (made.size() == 0) {
            throw Problem.conflict("name", "is taken: choose another");
          }
          return made.iterator().next().getLong("id");
        });
  }

  private static Future<Long> join(
      SqlConnection connection, Invitation invitation, long accountId, String name, Instant now) {
    Actor actor = new Actor("account:" + Id.format(accountId), name, accountId);
    var person = new Membership.Person(accountId, name);
    var membership = new Membership(connection, invitation.siteId(), person, actor, now);
    return membership
        .standing()
        .compose(standing -> standing == null
            ? membership.begin(invitation.role())
            : Future.failedFuture(
                Problem.conflict("you are on the team of " + invitation.siteId() + " already")));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
