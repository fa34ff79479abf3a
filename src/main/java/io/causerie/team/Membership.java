package io.causerie.team;

import io.causerie.account.Actor;
import io.causerie.account.Role;
import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.db.Statement;
import io.causerie.http.Problem;
import io.causerie.team.MemberStore.Added;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
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
  private static final Statement BEGIN = Statement.of(
      """
      with made as (
        insert into accounts (id, name, sign_in_name, created_at)
        select :id, :name, :name, :now where :account_id::bigint is null
        on conflict (sign_in_name) do update set sign_in_name = excluded.sign_in_name
        returning id
      ), account as (
        select id from made
        union all
        select :account_id where :account_id::bigint is not null
      ), author as (
        insert into authors (id, site_id, kind, name, created_at, account_id)
        select :id, :site, 'account', :name, :now, id from account
        on conflict (site_id, account_id) where account_id is not null do nothing
      ), member as (
        insert into members (site_id, account_id, role, created_at)
        select :site, id, :role, :now from account
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, after)
        values (:site, :actor, :actor_name, 'member-add',
          jsonb_build_object('name', :name::text, 'role', :role::text))
      )
      select id from account
      """);

  private static final Statement CHANGE_ROLE = Statement.of(
      """
      with changed as (
        update members set role = :role where site_id = :site and account_id = :account_id
      ), uninvited as (
        delete from invitations where site_id = :site and creator_id = :account_id
      )
      insert into moderation_log (site_id, actor, actor_name, action, before, after)
      values (:site, :actor, :actor_name, 'member-role',
        jsonb_build_object('name', :name::text, 'role', :was::text),
        jsonb_build_object('name', :name::text, 'role', :role::text))
      """);

  private static final Statement ISSUE_TOKEN = Statement.of(
      """
      with revoked as (
        update api_tokens set revoked_at = :now
        where site_id = :site and account_id = :account_id and revoked_at is null
        returning id
      ), made as (
        insert into api_tokens (id, hash, site_id, account_id, name, created_by, created_at)
        values (:id, :hash, :site, :account_id, :name, :actor_name, :now)
      )
      insert into moderation_log (site_id, actor, actor_name, action, before, after)
      select :site, :actor, :actor_name, 'token-revoke',
        jsonb_build_object('member', :name::text), null
      from revoked
      union all
      select :site, :actor, :actor_name, 'token-create', null, jsonb_build_object('member', :name::text)
      """);

  private static final Statement END = Statement.of(
      """
      with removed as (
        delete from members where site_id = :site and account_id = :account_id
      ), revoked as (
        update api_tokens set revoked_at = :now
        where site_id = :site and account_id = :account_id and revoked_at is null
      ), uninvited as (
        delete from invitations
        where site_id = :site and (account_id = :account_id or creator_id = :account_id)
      )
      insert into moderation_log (site_id, actor, actor_name, action, before)
      values (:site, :actor, :actor_name, 'member-remove',
        jsonb_build_object('name', :name::text, 'role', :role::text))
      """);

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
    Tuple tuple = Tuple.of(siteId, person.name, person.accountId);
    return connection.preparedQuery(STANDING).execute(tuple).map(rows -> {
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
    return run(acting(BEGIN)
            .bind("id", Id.at(now))
            .bind("account_id", person.accountId)
            .bind("now", now)
            .bind("role", role.word()))
        .map(begun -> begun.iterator().next().getLong("id"));
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
    Statement.Binding changing = acting(CHANGE_ROLE)
        .bind("account_id", standing.accountId())
        .bind("role", role.word())
        .bind("was", standing.role().word());
    return unlessLastOwner(standing)
        .compose(may -> run(changing))
        .map(changed -> new Added(standing.role(), role, null));
  }

  /** Fails with CONFLICT for the last owner. */
  Future<Void> end(Standing standing) {
    Statement.Binding ending = acting(END)
        .bind("account_id", standing.accountId())
        .bind("role", standing.role().word())
        .bind("now", now);
    return unlessLastOwner(standing).compose(may -> run(ending)).mapEmpty();
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
    return run(acting(ISSUE_TOKEN)
            .bind("account_id", accountId)
            .bind("id", Id.at(now))
            .bind("hash", token.hash())
            .bind("now", now))
        .map(issued -> token);
  }

  /** With what all of them name: the site, the person and the actor. */
  private Statement.Binding acting(Statement statement) {
    return statement
        .bind("site", siteId)
        .bind("name", person.name)
        .bind("actor", actor.id())
        .bind("actor_name", actor.name());
  }

  private Future<RowSet<Row>> run(Statement.Binding bound) {
    return bound.on(connection);
  }
}
