package io.causerie.account;

import io.causerie.db.Database;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The people who work on sites. */
public final class MemberStore {
  private static final String LIST =
      """
      select a.name, m.role, m.created_at, (
          select max(t.last_used_at) from api_tokens t
          where t.site_id = m.site_id and t.account_id = m.account_id
        ) as last_used_at
      from members m join accounts a on a.id = m.account_id
      where m.site_id = $1
      order by a.name
      """;

  /**
   * One of a site's team.
   *
   * @param lastUsedAt when a token of theirs was last used on this site; null for never
   */
  public record Member(String name, Role role, Instant since, @Nullable Instant lastUsedAt) {}

  /**
   * What became of somebody who was to be a member.
   *
   * @param was the role until now; null for who was no member
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
   * Makes somebody a member, or gives a member another role, or one who has that role already a new
   * token. Fails with CONFLICT when the last owner would be none, with NOT_FOUND for an unknown site.
   *
   * @param role null for the one they have, or a moderator's
   */
  public Future<Added> add(String siteId, String name, @Nullable Role role, Actor actor) {
    return TeamLock.hold(db, siteId, connection -> {
      var membership = new Membership(connection, siteId, name, actor, clock.instant());
      return membership.standing().compose(standing -> {
        if (standing == null) {
          return membership.begin(role == null ? Role.MODERATOR : role);
        }
        return role == null || role == standing.role()
            ? membership.renewToken(standing)
            : membership.changeRole(standing, role);
      });
    });
  }

  /**
   * Ends a membership; its tokens are dead. Fails with CONFLICT for the last owner, with NOT_FOUND for
   * somebody who is no member and for an unknown site.
   */
  public Future<Void> remove(String siteId, String name, Actor actor) {
    return TeamLock.hold(db, siteId, connection -> {
      var membership = new Membership(connection, siteId, name, actor, clock.instant());
      return membership
          .standing()
          .compose(standing -> standing == null
              ? Future.failedFuture(Problem.notFound("member"))
              : membership.end(standing));
    });
  }

  private static Member member(Row row) {
    OffsetDateTime lastUsedAt = row.getOffsetDateTime("last_used_at");
    return new Member(
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getOffsetDateTime("created_at").toInstant(),
        lastUsedAt == null ? null : lastUsedAt.toInstant());
  }
}
