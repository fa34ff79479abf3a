package io.causerie.team;

import io.causerie.account.Actor;
import io.causerie.account.Role;
import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.http.Problem;
import io.causerie.team.MemberStore.Added;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The membership of one account on one site, while {@link TeamLock} holds it. Every change is logged. */
public record Membership(
    SqlConnection connection, String siteId, Person person, Actor actor, Instant now) {
  private static final String STANDING =
      """
      select m.account_id, m.role, exists (
          select from members o
          where o.site_id = $1 and o.role = 'owner' and o.account_id <> m.account_id
        ) as another_owner
      from members m
      where m.site_id = $1
        and m.account_id = coalesce($3, (select id from accounts where sign_in_name = $2))
      """;

  /** The account may be there from another site, and the author from an earlier membership. */
  private static final String BEGIN =
      """
      with made as (
        insert into accounts (id, name, sign_in_name, created_at)
        select $3, $2, $2, $4 where $8::bigint is null
        on conflict (sign_in_name) do update set sign_in_name = excluded.sign_in_name
        returning id
      ), account as (
        select id from made
        union all
        select $8 where $8::bigint is not null
      ), author as (
        insert into authors (id, site_id, kind, name, created_at, account_id)
        select $3, $1, 'account', $2, $4, id from account
        on conflict (site_id, account_id) where account_id is not null do nothing
      ), member as (
        insert into members (site_id, account_id, role, created_at)
        select $1, id, $5, $4 from account
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, after)
        values ($1, $6, $7, 'member-add',
          jsonb_build_object('name', $2::text, 'role', $5::text))
      )
      select id from account
      """;

  private static final String CHANGE_ROLE =
      """
      with changed as (
        update members set role = $4 where site_id = $1 and account_id = $3
      ), uninvited as (
        delete from invitations where site_id = $1 and creator_id = $3
      )
      insert into moderation_log (site_id, actor, actor_name, action, before, after)
      values ($1, $6, $7, 'member-role',
        jsonb_build_object('name', $2::text, 'role', $5::text),
        jsonb_build_object('name', $2::text, 'role', $4::text))
      """;

  private static final String ISSUE_TOKEN =
      """
      with revoked as (
        update api_tokens set revoked_at = $4
        where site_id = $1 and account_id = $3 and revoked_at is null
        returning id
      ), made as (
        insert into api_tokens (id, hash, site_id, account_id, name, created_by, created_at)
        values ($5, $6, $1, $3, $2, $8, $4)
      )
      insert into moderation_log (site_id, actor, actor_name, action, before, after)
      select $1, $7, $8, 'token-revoke', jsonb_build_object('member', $2::text), null from revoked
      union all
      select $1, $7, $8, 'token-create', null, jsonb_build_object('member', $2::text)
      """;

  private static final String END =
      """
      with removed as (
        delete from members where site_id = $1 and account_id = $3
      ), revoked as (
        update api_tokens set revoked_at = $4
        where site_id = $1 and account_id = $3 and revoked_at is null
      ), uninvited as (
        delete from invitations where site_id = $1 and (account_id = $3 or creator_id = $3)
      )
      insert into moderation_log (site_id, actor, actor_name, action, before)
      values ($1, $6, $7, 'member-remove',
        jsonb_build_object('name', $2::text, 'role', $5::text))
      """;

  private static final String NAME =
      """
      select a.name
      from members m join accounts a on a.id = m.account_id
      where m.site_id = $1 and m.account_id = $2
      """;

  /**
   * The account that it is about.
   *
   * @param accountId null where only the name is known, by which they sign in
   */
  public record Person(@Nullable Long accountId, String name) {
    static Person called(String signInName) {
      return new Person(null, signInName);
    }
  }

  /** What a member is now. */
  public record Standing(long accountId, Role role, boolean anotherOwner) {}

  /** The member with that account. Fails with NOT_FOUND when there is none. */
  static Future<Person> member(SqlConnection connection, String siteId, long accountId) {
    return connection.preparedQuery(NAME).execute(Tuple.of(siteId, accountId)).map(rows -> {
      for (Row row : rows) {
        return new Person(accountId, row.getString("name"));
      }
      throw Problem.notFound("member");
    });
  }

  /** Null if the account is not a member. */
  public Future<@Nullable Standing> standing() {
    return run(STANDING, Tuple.of(siteId, person.name, person.accountId)).map(rows -> {
      for (Row row : rows) {
        return new Standing(
            row.getLong("account_id"),
            Role.of(row.getString("role")),
            row.getBoolean("another_owner"));
      }
      return null;
    });
  }

  /** Begins a membership. Makes the account when there is none of that name; the answer is its id. */
  public Future<Long> begin(Role role) {
    Tuple tuple = Tuple.of(siteId, person.name, Id.at(now), time(), role.word(), actor.id())
        .addString(actor.name())
        .addLong(person.accountId);
    return run(BEGIN, tuple).map(begun -> begun.iterator().next().getLong("id"));
  }

  /** With a first token of the member's own. */
  Future<Added> beginWithToken(Role role) {
    return begin(role).compose(this::issueToken).map(token -> new Added(null, role, token));
  }

  Future<Added> renewToken(Standing standing) {
    return issueToken(standing.accountId())
        .map(token -> new Added(standing.role(), standing.role(), token));
  }

  /** Fails with CONFLICT for the last owner. */
  Future<Added> changeRole(Standing standing, Role role) {
    Tuple tuple = Tuple.of(
            siteId,
            person.name,
            standing.accountId(),
            role.word(),
            standing.role().word())
        .addString(actor.id())
        .addString(actor.name());
    return unlessLastOwner(standing)
        .compose(may -> run(CHANGE_ROLE, tuple))
        .map(changed -> new Added(standing.role(), role, null));
  }

  /** Fails with CONFLICT for the last owner. */
  Future<Void> end(Standing standing) {
    Tuple tuple = Tuple.of(
            siteId, person.name, standing.accountId(), time(), standing.role().word())
        .addString(actor.id())
        .addString(actor.name());
    return unlessLastOwner(standing).compose(may -> run(END, tuple)).mapEmpty();
  }

  private Future<Void> unlessLastOwner(Standing standing) {
    return standing.role() == Role.OWNER && !standing.anotherOwner()
        ? Future.failedFuture(Problem.conflict(person.name + " is the last owner of " + siteId
            + ": make somebody else an owner first"))
        : Future.succeededFuture();
  }

  /** A token of the member's own. Those from before are dead. */
  private Future<Token> issueToken(long accountId) {
    Token token = Token.ofTeam();
    Tuple tuple = Tuple.of(siteId, person.name, accountId, time(), Id.at(now), token.hash())
        .addString(actor.id())
        .addString(actor.name());
    return run(ISSUE_TOKEN, tuple).map(issued -> token);
  }

  private Future<RowSet<Row>> run(String sql, Tuple tuple) {
    return connection.preparedQuery(sql).execute(tuple);
  }

  private OffsetDateTime time() {
    return now.atOffset(ZoneOffset.UTC);
  }
}
