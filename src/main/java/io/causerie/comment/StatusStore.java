package io.causerie.comment;

import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.event.ThreadChanges;
import io.causerie.event.ThreadRef;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The only writer of a stored comment's status, and of the log of such changes. */
public final class StatusStore {
  /** Threads before comments, each in the order of their ids, as everywhere. */
  private static final String LOCK =
      """
      with held as materialized (
        select id from threads
        where id in (select thread_id from comments where site_id = $1 and id = any ($2))
        order by id
        for no key update
      )
      select id from comments
      where site_id = $1 and id = any ($2) and (select count(*) from held) > 0
      order by id
      for no key update
      """;

  /** The weights of a comment's open flags: those of one network count once. */
  public static final String OPEN_FLAGS =
      """
      select max(f.weight) as weight from flags f
      where f.comment_id = %s and f.outcome is null
      group by f.subnet_hash""";

  /**
   * One statement: status, counters (by trigger), flags, event and log entry. The flags of a comment
   * follow the latest decision about it; while it waits they are open. That flags were answered is an
   * event too, for moderators in the list of reported comments.
   */
  private static final Statement CHANGE = Statement.of(
      """
      with verdict as (
        select case :to::text when 'approved' then 'dismissed' when 'pending' then null
          else 'upheld' end as outcome
      ), seen as materialized (
        select id, thread_id, author_id, status, shadowed, flag_count,
          coalesce(:shadowed::boolean, :to::text not in ('approved', 'pending') and (c.shadowed or exists (
            select from bans_against(:site, c.author_id, c.address_hash, c.subnet_hash, null) b
            where b.shadow))) as to_shadow
        from comments c
        where site_id = :site and id = any (:ids)
      ), complete as (
        select from seen having count(*) = cardinality(:ids::bigint[])
      ), changed as (
        update comments c set
          status = :to::text::comment_status,
          shadowed = s.to_shadow,
          ban_id = case :to::text when 'rejected' then :ban_id::bigint end,
          held_for = case when :held_for::text = any (c.held_for) then c.held_for
            else c.held_for || array_remove(array[:held_for::text], null) end,
          flag_count = case
            when not :settles_flags then c.flag_count
            when v.outcome is not null then 0
            else (select count(*) from flags f where f.comment_id = c.id) end
        from complete cross join seen s cross join verdict v
        where c.id = s.id
          and (:based_on::text is null or s.status = :based_on::text::comment_status)
          and (s.status <> :to::text::comment_status or s.shadowed <> s.to_shadow
            or (:settles_flags and s.flag_count > 0 and v.outcome is not null))
          and (:open_flags::integer is null or :open_flags <= (
            select coalesce(sum(w.weight), 0) from (%s) w))
        returning c.id, s.thread_id, s.author_id, s.status as was, s.shadowed as was_shadowed,
          s.to_shadow, s.flag_count as flags
      ), settled as (
        update flags f set outcome = v.outcome
        from changed cross join verdict v
        where :settles_flags and f.comment_id = changed.id and f.outcome is distinct from v.outcome
      ), told as (
        insert into events (site_id, thread_id, comment_id, kind, actor, actor_name, reason)
        select :site, thread_id, id, :to::text, :actor::text, :actor_name::text, :reason::text
        from changed
        where was <> :to::text::comment_status or (:settles_flags and flags > 0)
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, comment_id, thread_id,
          author_id, ban_id, reason, before, after)
        select :site, :actor, :actor_name, :action, id, thread_id, author_id, :ban_id, :reason,
          jsonb_strip_nulls(jsonb_build_object('status', was::text,
            'shadowed', nullif(was_shadowed, false), 'flags', nullif(flags, 0))),
          jsonb_strip_nulls(jsonb_build_object('status', :to::text,
            'shadowed', nullif(to_shadow, false)))
        from changed
        order by id
      )
      select s.id, s.status::text as was, h.id is not null as changed,
        l.actor_name as decided_by, l.at as decided_at, keys_of_thread(s.thread_id) as keys
      from complete cross join seen s
        left join changed h on h.id = s.id
        left join lateral (
          select actor_name, at from moderation_log
          where comment_id = s.id and after ? 'status'
          order by seq desc limit 1
        ) l on h.id is null
      """
          .formatted(OPEN_FLAGS.formatted("s.id")));

  private static final String KNOWN =
      "select id from comments where site_id = $1 and id = any ($2)";

  /**
   * What became of one comment.
   *
   * @param was its status before
   * @param status its status now
   * @param decidedBy the actor that gave it its status, when this change did not
   */
  public record Outcome(
      long id,
      Status was,
      Status status,
      boolean changed,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt) {}

  private final Database db;
  private final ThreadChanges changes;

  public StatusStore(Database db, ThreadChanges changes) {
    this.db = db;
    this.changes = changes;
  }

  /**
   * Answers an outcome for each comment, in no order; none at all, with nothing changed, when one of
   * the ids is not of the site. The earlier decision that is told is the one that holds once all locks are
   * there: it cannot be older than the status beside it.
   */
  public Future<List<Outcome>> change(StatusChange change) {
    return db.transaction(conn -> {
          // Sent together, so that the locks are held no longer than the database works.
          var locked = conn.preparedQuery(LOCK).execute(comments(change.siteId(), change.ids()));
          var changed = bound(change).on(conn);
          return Future.all(locked, changed).map(both -> changed.result());
        })
        .map(rows -> outcomes(change, rows));
  }

  /** Those of the ids that are comments of the site. */
  public Future<Set<Long>> known(String siteId, List<Long> ids) {
    return db.query(KNOWN, comments(siteId, ids))
        .map(rows -> list(rows).stream().map(row -> row.getLong("id")).collect(Collectors.toSet()));
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private List<Outcome> outcomes(StatusChange change, RowSet<Row> found) {
    List<Row> rows = list(found);
    rows.stream()
        .filter(row -> row.getBoolean("changed"))
        .flatMap(row -> Stream.of(row.getArrayOfStrings("keys")))
        .distinct()
        .forEach(key -> changes.changed(new ThreadRef(change.siteId(), key)));
    return rows.stream().map(row -> outcome(change, row)).toList();
  }

  private static Outcome outcome(StatusChange change, Row row) {
    boolean changed = row.getBoolean("changed");
    Status was = Status.of(row.getString("was"));
    OffsetDateTime decidedAt = row.getOffsetDateTime("decided_at");
    return new Outcome(
        row.getLong("id"),
        was,
        changed ? change.to() : was,
        changed,
        row.getString("decided_by"),
        decidedAt == null ? null : decidedAt.toInstant());
  }

  private static Tuple comments(String siteId, List<Long> ids) {
    return Tuple.tuple().addString(siteId).addArrayOfLong(ids.toArray(Long[]::new));
  }

  private static Statement.Binding bound(StatusChange change) {
    return CHANGE
        .bind("site", change.siteId())
        .bind("ids", change.ids().toArray(Long[]::new))
        .bind("to", change.to().word())
        .bind("based_on", change.basedOn() == null ? null : change.basedOn().word())
        .bind("actor", change.actor().id())
        .bind("actor_name", change.actor().name())
        .bind("action", change.act())
        .bind("reason", change.reason())
        .bind("held_for", change.heldFor())
        .bind("ban_id", change.banId())
        .bind("shadowed", change.shadowed())
        .bind("settles_flags", change.settlesFlags())
        .bind("open_flags", change.openFlags());
  }
}
