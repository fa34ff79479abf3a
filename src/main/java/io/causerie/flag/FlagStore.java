package io.causerie.flag;

import io.causerie.account.Author;
import io.causerie.account.Network;
import io.causerie.account.Permission;
import io.causerie.comment.StatusStore;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/** The only writer of flags; a moderator's decision settles them. */
public final class FlagStore {
  /**
   * One statement: the flag, with the weight that the record of its author gives it, the count of the
   * comment, once for each viewer, and an event without the viewer. Bans hold at once, so
   * they are read here.
   */
  private static final Statement ADD = Statement.of(
      """
      with target as materialized (
        select c.id, c.thread_id, c.author_id
        from comments c
        where c.id = :comment_id and c.site_id = :site
          and (c.status = 'approved' or (c.shadowed and c.author_id = :author_id))
        for no key update
      ), ban as (
        select b.shadow
        from bans_against(:site, :author_id, :address_hash, :subnet_hash, :address::text::inet) b
        where :may_be_banned
        order by b.shadow
        limit 1
      ), record as (
        select a.approved_count as approved,
          count(*) filter (where f.outcome = 'upheld') as upheld,
          count(*) filter (where f.outcome = 'dismissed') as dismissed
        from authors a left join flags f on f.author_id = a.id
        where a.id = :author_id
        group by a.id
      ), weighed as (
        select case
          when r.approved is null or r.approved = 0 or exists (select from ban) then 0
          when r.upheld + r.dismissed >= 3 and r.dismissed > r.upheld then 0
          when r.approved >= 10 and r.upheld > r.dismissed then 2
          else 1 end as weight
        from (select) nothing left join record r on true
      ), allowed as (
        select t.id, w.weight
        from target t cross join weighed w
        where t.author_id is distinct from :author_id and not exists (select from ban where not shadow)
      ), made as (
        insert into flags
          (comment_id, viewer_hash, site_id, author_id, subnet_hash, reason, note, weight, created_at)
        select id, :viewer_hash, :site, :author_id, :subnet_hash, :reason, :note, weight, :at from allowed
        on conflict (comment_id, viewer_hash) do nothing
        returning comment_id
      ), mended as (
        update flags f set reason = :reason, note = :note
        from allowed a
        where f.comment_id = a.id and f.viewer_hash = :viewer_hash and f.outcome is null
      ), counted as (
        update comments c set flag_count = c.flag_count + 1
        from made
        where c.id = made.comment_id
      ), told as (
        insert into events (site_id, thread_id, comment_id, kind, actor, at)
        select :site, t.thread_id, t.id, 'flagged', 'reader', :at
        from made join target t on t.id = made.comment_id
      )
      select t.author_id is not distinct from :author_id as own,
        exists (select from ban where not shadow) as banned
      from target t
      """);

  /** The team's own comments are never hidden by flags. */
  private static final String WEIGHT =
      """
      select coalesce(sum(w.weight), 0) as weight
      from (%s) w
      where not exists (
        select from comments c
          join authors a on a.id = c.author_id
          join members m on m.site_id = a.site_id and m.account_id = a.account_id
        where c.id = $1)
      """
          .formatted(StatusStore.OPEN_FLAGS.formatted("$1"));

  /** The networks of flags that are 30 days old; for {@link io.causerie.db.Forgets}. */
  public static final String FORGET_NETWORKS =
      """
      update flags set subnet_hash = null
      where (comment_id, viewer_hash) in (
        select comment_id, viewer_hash from flags
        where subnet_hash is not null and created_at < $1::timestamptz - interval '30 days'
        limit 1000)
      """;

  /** What became of a flag. */
  enum Fate {
    TAKEN,
    UNKNOWN,
    OWN,
    BANNED
  }

  private final Database db;

  public FlagStore(Database db) {
    this.db = db;
  }

  /** A second flag of the same viewer changes the first one while it is open. */
  Future<Fate> add(Report report, Buffer viewerHash) {
    return db.query(bound(report, viewerHash)).map(FlagStore::fate);
  }

  /** Of the open flags. */
  Future<Long> weight(long commentId) {
    return db.query(WEIGHT, Tuple.of(commentId))
        .map(rows -> rows.iterator().next().getLong("weight"));
  }

  private static Fate fate(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Fate.UNKNOWN;
    }
    Row row = rows.iterator().next();
    if (row.getBoolean("banned")) {
      return Fate.BANNED;
    }
    return row.getBoolean("own") ? Fate.OWN : Fate.TAKEN;
  }

  private static Statement.Binding bound(Report report, Buffer viewerHash) {
    Author author = report.viewer().author();
    Network network = report.network();
    return ADD.bind("site", report.site().id())
        .bind("comment_id", report.commentId())
        .bind("viewer_hash", viewerHash)
        .bind("author_id", author == null ? null : author.id())
        .bind("address_hash", network.addressHash())
        .bind("subnet_hash", network.subnetHash())
        .bind("address", network.address().getHostAddress())
        .bind("reason", report.flag().reason())
        .bind("note", report.flag().note())
        .bind("at", report.at())
        .bind("may_be_banned", !report.viewer().may(Permission.MODERATE));
  }
}
