package io.causerie.posting;

import io.causerie.account.Author;
import io.causerie.account.Network;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.screening.PostingContext;
import io.causerie.screening.PostingContext.Ban;
import io.causerie.screening.PostingContext.Repetition;
import io.causerie.screening.PostingContext.ThreadRules;
import io.causerie.site.SiteSettings;
import io.causerie.text.Fingerprint;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the screens want to know. */
public final class PostingContextStore {
  /** When an author or a network last wrote in the thread; null where that has no slow mode. */
  static final String LAST_HERE =
      """
      greatest(
          (select max(c.created_at) from (
             select thread_id, created_at from comments
             where author_id = :author_id and %1$s.slow_mode_seconds > 0
             order by id desc limit 500) c
           where c.thread_id = %1$s.id),
          (select max(c.created_at) from (
             select thread_id, created_at from comments
             where site_id = :site and address_hash = :address_hash and %1$s.slow_mode_seconds > 0
             order by id desc limit 500) c
           where c.thread_id = %1$s.id))""";

  /**
   * One statement; each part of it reads a bounded range of an index, and what is not needed is not
   * read at all: without slow mode the thread's last comments, without a time the repeats.
   */
  static final Statement FIND = Statement.of(
      """
      with thread as (
        select id, premoderated, slow_mode_seconds from threads where id = find_thread(:site, :thread_key)
      ), ban as (
        select shadow, reason, until
        from bans_against(:site, :author_id, :address_hash, :subnet_hash, :address::text::inet)
        order by shadow, until desc nulls first
        limit 1
      )
      select
        exists (
          select from idempotency_keys
          where site_id = :site and key_hash = :key_hash
            and created_at >= :at::timestamptz - interval '24 hours')
          as answered,
        ban.shadow, ban.reason, ban.until,
        coalesce((select approved_count from authors where id = :author_id), 0) as approved,
        (select count(*) from (
           select status from comments
           where author_id = :author_id and has_link(body_html)
           order by id desc limit 1000) c
         where c.status = 'approved')::integer as approved_links,
        coalesce(thread.premoderated, false) as premoderated,
        coalesce(thread.slow_mode_seconds, 0) as slow_mode_seconds,
        greatest(
          (select created_at from comments where author_id = :author_id order by id desc limit 1),
          (select created_at from comments
           where site_id = :site and address_hash = :address_hash order by id desc limit 1)) as last,
        %s as last_here,
        case
          when exists (
            select from comments
            where site_id = :site and body_digest = :body_digest and id >= :repeats_from) then 'EXACTLY'
          when exists (
            select from (
              select minhash from comments
              where site_id = :site and minhash is not null and id >= :repeats_from
                and :minhash::bigint is not null
              order by id desc limit 500) c
            where bit_count((c.minhash # :minhash)::bit(64)) <= 3) then 'NEARLY'
          else 'NOTHING'
        end as repeats,
        array(
          select a.name from members m join accounts a on a.id = m.account_id
          where m.site_id = :site limit 1000) as team
      from (select) nothing left join ban on true left join thread on true
      """
          .formatted(LAST_HERE.formatted("thread")));

  private final Database db;

  public PostingContextStore(Database db) {
    this.db = db;
  }

  Future<PostingContext> find(Submission submission, Fingerprint fingerprint) {
    Author author = submission.viewer().author();
    Network network = submission.network();
    Statement.Binding asked = FIND.bind("site", submission.site().id())
        .bind("thread_key", submission.comment().threadKey())
        .bind("author_id", author == null ? null : author.id())
        .bind("address_hash", network == null ? null : network.addressHash())
        .bind("subnet_hash", network == null ? null : network.subnetHash())
        .bind("address", network == null ? null : network.address().getHostAddress())
        .bind("key_hash", submission.keyHash())
        .bind("at", submission.at())
        .bind("body_digest", fingerprint.digest())
        .bind("minhash", fingerprint.minhash())
        .bind("repeats_from", repeatsFrom(submission));
    return db.query(asked).map(rows -> standing(rows.iterator().next()));
  }

  /** Null when repeats do not matter to the site. */
  private static @Nullable Long repeatsFrom(Submission submission) {
    int minutes = submission.site().settings().get(SiteSettings.REPEAT_MINUTES);
    return minutes == 0 ? null : Id.firstAt(submission.at().minus(Duration.ofMinutes(minutes)));
  }

  private static PostingContext standing(Row row) {
    return new PostingContext(
        row.getBoolean("answered"),
        ban(row),
        row.getInteger("approved"),
        row.getInteger("approved_links"),
        new ThreadRules(row.getBoolean("premoderated"), row.getInteger("slow_mode_seconds")),
        instant(row.getOffsetDateTime("last")),
        instant(row.getOffsetDateTime("last_here")),
        Repetition.valueOf(row.getString("repeats")),
        List.of(row.getArrayOfStrings("team")));
  }

  private static @Nullable Ban ban(Row row) {
    String reason = row.getString("reason");
    return reason == null
        ? null
        : new Ban(row.getBoolean("shadow"), reason, instant(row.getOffsetDateTime("until")));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
