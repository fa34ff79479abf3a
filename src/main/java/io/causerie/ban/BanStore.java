package io.causerie.ban;

import io.causerie.account.Actor;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.http.Cidr;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The only writer of bans, but for what {@link RemovalStore} notes of its progress. */
public final class BanStore {
  /** Serialises the bans of a site, so that of two equal bans the second sees the first. */
  private static final String LOCK = "select from sites where id = $1 for no key update";

  private static final Statement MAKE = Statement.of(
      """
      with same as (
        select b.id from bans b
        where b.site_id = :site and is_in_force(b.lifted_at, b.until)
          and (b.author_id = :author_id or b.address_hash = :address_hash or b.subnet_hash = :subnet_hash
            or b.network = :network::text::cidr)
        limit 1
      ), made as (
        insert into bans (id, site_id, author_id, address_hash, subnet_hash, network, shadow, until,
          reason, created_by, created_by_name, created_at, work)
        select :id, :site, :author_id, :address_hash, :subnet_hash, :network::text::cidr, :shadow, :until,
          :reason, :actor, :actor_name, :at,
          case when :remove then 'remove' end
        where not exists (select from same)
        returning *
      ), logged as (
        insert into moderation_log
          (site_id, actor, actor_name, action, comment_id, author_id, ban_id, reason, after)
        select site_id, created_by, created_by_name, 'ban', :comment_id, author_id, id, reason,
          jsonb_strip_nulls(jsonb_build_object('target', :target::text, 'network', network,
            'shadow', shadow, 'until', until, 'remove', :remove))
        from made
      )
      select %s, s.id as same
      from (select) nothing
        left join made b on true
        left join authors a on a.id = b.author_id
        left join same s on true
      """
          .formatted(Ban.COLUMNS));

  /** A removal that is still under way ends here. */
  private static final Statement LIFT = Statement.of(
      """
      with seen as materialized (
        select id, lifted_at is null as stands, work, removed
        from bans
        where site_id = :site and id = :id
        for no key update
      ), lifted as (
        update bans b set
          lifted_by = coalesce(b.lifted_by, :actor),
          lifted_by_name = coalesce(b.lifted_by_name, :actor_name),
          lifted_at = coalesce(b.lifted_at, :at),
          work = case when :restore then 'restore' when s.stands then null else b.work end
        from seen s
        where b.id = s.id
        returning b.*, s.stands, s.work as unfinished
      ), logged as (
        insert into moderation_log
          (site_id, actor, actor_name, action, author_id, ban_id, before, after)
        select site_id, :actor, :actor_name, 'unban', author_id, id,
          jsonb_strip_nulls(jsonb_build_object('shadow', shadow, 'until', until,
            'network', network, 'removed', removed, 'work', unfinished)),
          jsonb_build_object('restore', :restore)
        from lifted
        where stands
      )
      select %s from lifted b left join authors a on a.id = b.author_id
      """
          .formatted(Ban.COLUMNS));

  private static final String LIST =
      """
      select %s
      from bans b left join authors a on a.id = b.author_id
      where b.site_id = $1 and b.id < $2
        and ($3::boolean is null or $3 = is_in_force(b.lifted_at, b.until))
      order by b.id desc
      limit $4
      """
          .formatted(Ban.COLUMNS);

  /** A ban to be made. */
  record Draft(String siteId, NewBan asked, Target target, Actor by, Instant at) {}

  /** A ban to be lifted. */
  record Lift(String siteId, long id, boolean restore, Actor by, Instant at) {}

  private final Database db;

  public BanStore(Database db) {
    this.db = db;
  }

  /** Fails with CONFLICT when the same is banned already. */
  Future<Ban> make(Draft draft) {
    return db.transaction(conn -> conn.preparedQuery(LOCK)
            .execute(Tuple.of(draft.siteId))
            .compose(locked -> bound(draft).on(conn)))
        .map(rows -> made(rows.iterator().next()));
  }

  /** What is lifted already stays as it is; empty for an id that is not of the site. */
  Future<Optional<Ban>> lift(Lift lift) {
    Statement.Binding lifting = LIFT.bind("site", lift.siteId)
        .bind("id", lift.id)
        .bind("actor", lift.by.id())
        .bind("actor_name", lift.by.name())
        .bind("at", lift.at)
        .bind("restore", lift.restore);
    return db.query(lifting).map(rows -> bans(rows).stream().findFirst());
  }

  /** One more than asked for when there are more. */
  Future<List<Ban>> list(String siteId, BanPage page) {
    Tuple tuple = Tuple.of(siteId, page.before(), page.active(), page.limit() + 1);
    return db.query(LIST, tuple).map(BanStore::bans);
  }

  private static Ban made(Row row) {
    Long same = row.getLong("same");
    if (same != null) {
      throw Problem.conflict("the same is banned already, by " + Id.format(same));
    }
    return Ban.from(row);
  }

  private static List<Ban> bans(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(Ban::from).toList();
  }

  private static Statement.Binding bound(Draft draft) {
    NewBan asked = draft.asked;
    Target target = draft.target;
    Cidr block = target.block();
    return MAKE.bind("id", Id.at(draft.at))
        .bind("site", draft.siteId)
        .bind("author_id", target.authorId())
        .bind("address_hash", target.addressHash())
        .bind("subnet_hash", target.subnetHash())
        .bind("network", block == null ? null : block.text())
        .bind("shadow", asked.shadow())
        .bind("until", asked.until())
        .bind("reason", asked.reason())
        .bind("remove", asked.remove())
        .bind("actor", draft.by.id())
        .bind("actor_name", draft.by.name())
        .bind("at", draft.at)
        .bind("comment_id", target.commentId())
        .bind("target", target.kind());
  }
}
