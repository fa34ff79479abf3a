package io.causerie.comment;

import io.causerie.db.Database;
import io.causerie.event.Changes;
import io.causerie.event.ThreadRef;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The only writer of a stored comment's status, and of the log of such changes. */
public final class StatusStore {
  /**
   * One statement: status, counters (by trigger), flags, event and log entry. Locks threads before
   * comments. Changes nothing at all when one of the ids is not of the site.
   */
  private static final String CHANGE =
      """
      with asked as materialized (
        select id, thread_id from comments where site_id = $1 and id = any ($2)
      ), locked as materialized (
        select t.id from threads t
        where t.id in (select thread_id from asked)
        order by t.id
        for no key update
      ), seen as materialized (
        select c.id, c.thread_id, c.author_id, c.status, c.shadowed, c.flag_count
        from comments c
        where c.site_id = $1 and c.id = any ($2)
          and exists (select from locked)
          and (select count(*) from asked) = cardinality($2::bigint[])
        order by c.id
        for no key update
      ), changed as (
        update comments c set
          status = $3::text::comment_status,
          shadowed = $9,
          ban_id = $8,
          held_for = case when $7::text is null then c.held_for else c.held_for || $7::text end,
          flag_count = case when $10 then 0 else c.flag_count end
        from seen s
        where c.id = s.id
          and ($4::text is null or s.status = $4::text::comment_status)
          and (s.status <> $3::text::comment_status or s.shadowed <> $9
            or ($10 and s.flag_count > 0))
        returning c.id, s.thread_id, s.author_id, s.status as was, s.shadowed as was_shadowed,
          s.flag_count as flags
      ), settled as (
        update flags f set outcome = case $3::text
          when 'approved' then 'dismissed' when 'pending' then null else 'upheld' end
        from changed
        where $10 and f.comment_id = changed.id and f.outcome is null
      ), told as (
        insert into events (site_id, thread_id, comment_id, kind, actor, reason)
        select $1, thread_id, id, $3::text, $5::text, $6::text
        from changed
        where was <> $3::text::comment_status
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, comment_id, thread_id,
          author_id, ban_id, reason, before, after)
        select $1, $5, $12, $11, id, thread_id, author_id, $8, $6,
          jsonb_strip_nulls(jsonb_build_object('status', was::text,
            'shadowed', nullif(was_shadowed, false), 'flags', nullif(flags, 0))),
          jsonb_strip_nulls(jsonb_build_object('status', $3::text,
            'shadowed', nullif($9, false)))
        from changed
        order by id
      )
      select s.id, s.status::text as was, h.id is not null as changed,
        case when h.id is null then l.actor_name end as decided_by,
        case when h.id is null then l.at end as decided_at,
        keys_of_thread(s.thread_id) as keys
      from seen s
        left join changed h on h.id = s.id
        left join lateral (
          select actor_name, at from moderation_log where comment_id = s.id order by seq desc limit 1
        ) l on h.id is null
      """;

  /**
   * What became of one comment.
   *
   * @param was its status before
   * @param status its status now
   * @param decidedBy who made it what it is, when this change did not
   */
  public record Outcome(
      long id,
      Status was,
      Status status,
      boolean changed,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt) {}

  private final Database db;
  private final Changes changes;

  public StatusStore(Database db, Changes changes) {
    this.db = db;
    this.changes = changes;
  }

  /**
   * Answers an outcome for each comment, in no order; none at all, with nothing changed, when one of
   * the ids is not of the site.
   */
  public Future<List<Outcome>> change(StatusChange change) {
    return db.query(CHANGE, tuple(change)).map(rows -> outcomes(change, rows));
  }

  private List<Outcome> outcomes(StatusChange change, RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> outcome(change, row))
        .toList();
  }

  private Outcome outcome(StatusChange change, Row row) {
    boolean changed = row.getBoolean("changed");
    if (changed) {
      for (String key : row.getArrayOfStrings("keys")) {
        changes.changed(new ThreadRef(change.siteId(), key));
      }
    }
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

  private static Tuple tuple(StatusChange change) {
    return Tuple.tuple()
        .addString(change.siteId())
        .addArrayOfLong(change.ids().toArray(Long[]::new))
        .addString(change.to().word())
        .addString(change.basedOn() == null ? null : change.basedOn().word())
        .addString(change.actor().id())
        .addString(change.reason())
        .addString(change.heldFor())
        .addLong(change.banId())
        .addBoolean(change.shadowed())
        .addBoolean(change.settlesFlags())
        .addString(change.to().act())
        .addString(change.actor().name());
  }
}
