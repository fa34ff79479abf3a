package io.causerie.ban;

import io.causerie.comment.Status;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the work of bans is done to, and how far it is. Everything runs in a transaction of the caller. */
final class RemovalStore {
  /** Held until the transaction ends, so that one node at a time works for a ban. */
  private static final String TAKE =
      """
      select %s
      from bans
      where work is not null and id > $1
      order by id
      limit 1
      for no key update skip locked
      """
          .formatted(Work.COLUMNS);

  /**
   * What a moderator has decided about since the ban stays so, and the team's own comments stay too.
   * The log has the order of events, which clocks may not; the first entry of a ban in it is the ban.
   */
  private static final String STANDING =
      """
      select c.id, c.status::text as status, c.shadowed
      from comments c
      where c.site_id = $1 and c.%s = $2 and c.status in ('approved', 'pending')
        and not exists (
          select from moderation_log l
          where l.comment_id = c.id and l.after ? 'status' and l.ban_id is null
            and l.seq > (select min(b.seq) from moderation_log b where b.ban_id = $3)
            and not starts_with(l.actor, 'system:'))
        and not exists (
          select from authors a
            join members m on m.site_id = a.site_id and m.account_id = a.account_id
          where a.id = c.author_id)
      order by c.id
      limit 200
      """;

  /** With what they were before the ban removed them. */
  private static final String REMOVED =
      """
      select c.id, l.before ->> 'status' as status,
        coalesce((l.before ->> 'shadowed')::boolean, false) as shadowed
      from comments c
        cross join lateral (
          select before from moderation_log
          where comment_id = c.id and ban_id = c.ban_id and before ? 'status'
          order by seq desc
          limit 1
        ) l
      where c.ban_id = $1
      order by c.id
      limit 200
      """;

  private static final String NOTE = "update bans set removed = removed + $2 where id = $1";

  /** Counts again, for a batch that was done but not noted. */
  private static final String FINISH =
      """
      update bans b set work = null,
        removed = (select count(*) from comments c where c.ban_id = b.id)
      where b.id = $1
      """;

  /** A comment as it is before its removal, or is to be again. */
  record Found(long id, Kind kind) {
    /** What one change of status can be based on or lead to. */
    record Kind(Status status, boolean shadowed) {}
  }

  /** The first ban after that one that has work and that no other node works for. */
  Future<Optional<Work>> take(SqlConnection conn, long after) {
    return conn.preparedQuery(TAKE)
        .execute(Tuple.of(after))
        .map(rows -> rows.size() == 0
            ? Optional.empty()
            : Optional.of(Work.from(rows.iterator().next())));
  }

  /** Some of what the banned have written and what still stands. */
  Future<List<Found>> standing(SqlConnection conn, Work work, Origin origin) {
    return conn.preparedQuery(STANDING.formatted(origin.scope().column()))
        .execute(Tuple.of(work.siteId(), origin.key(), work.banId()))
        .map(RemovalStore::found);
  }

  /** Some of the comments that the ban has removed and no decision has changed since. */
  Future<List<Found>> removed(SqlConnection conn, Work work) {
    return conn.preparedQuery(REMOVED).execute(Tuple.of(work.banId())).map(RemovalStore::found);
  }

  Future<Void> note(SqlConnection conn, Work work, int changed) {
    return conn.preparedQuery(NOTE)
        .execute(Tuple.of(work.banId(), work.restores() ? -changed : changed))
        .mapEmpty();
  }

  Future<Void> finish(SqlConnection conn, Work work) {
    return conn.preparedQuery(FINISH).execute(Tuple.of(work.banId())).mapEmpty();
  }

  private static List<Found> found(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new Found(
            row.getLong("id"),
            new Found.Kind(Status.of(row.getString("status")), row.getBoolean("shadowed"))))
        .toList();
  }
}
