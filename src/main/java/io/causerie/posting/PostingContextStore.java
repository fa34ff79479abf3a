package io.causerie.posting;

import io.causerie.account.Author;
import io.causerie.account.Network;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.screening.PostingContext;
import io.causerie.screening.PostingContext.Ban;
import io.causerie.screening.PostingContext.Repetition;
import io.causerie.screening.PostingContext.ThreadRules;
import io.causerie.site.SiteSettings;
import io.causerie.text.Fingerprint;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
             where author_id = %2$s and %1$s.slow_mode_seconds > 0
             order by id desc limit 500) c
           where c.thread_id = %1$s.id),
          (select max(c.created_at) from (
             select thread_id, created_at from comments
             where site_id = $1 and address_hash = %3$s and %1$s.slow_mode_seconds > 0
             order by id desc limit 500) c
           where c.thread_id = %1$s.id))""";

  /**
   * One statement; each part of it reads a bounded range of an index, and what nobody asks for is not
   * read at all: without slow mode the thread's last comments, without a time the repeats.
   */
  static final String FIND =
      """
      with thread as (
        select id, premoderated, slow_mode_seconds from threads where id = find_thread($1, $2)
      ), ban as (
        select shadow, reason, until from bans_against($1, $3, $4, $5, $6::text::inet)
        order by shadow, until desc nulls first
        limit 1
      )
      select
        exists (
          select from idempotency_keys
          where site_id = $1 and key_hash = $7 and created_at >= $8::timestamptz - interval '24 hours')
          as answered,
        ban.shadow, ban.reason, ban.until,
        coalesce((select approved_count from authors where id = $3), 0) as approved,
        (select count(*) from (
           select status from comments
           where author_id = $3 and has_link(body_html)
           order by id desc limit 1000) c
         where c.status = 'approved')::integer as approved_links,
        coalesce(thread.premoderated, false) as premoderated,
        coalesce(thread.slow_mode_seconds, 0) as slow_mode_seconds,
        greatest(
          (select created_at from comments where author_id = $3 order by id desc limit 1),
          (select created_at from comments
           where site_id = $1 and address_hash = $4 order by id desc limit 1)) as last,
        %s as last_here,
        case
          when exists (
            select from comments where site_id = $1 and body_digest = $9 and id >= $11) then 'EXACTLY'
          when exists (
            select from (
              select minhash from comments
              where site_id = $1 and minhash is not null and id >= $11 and $10::bigint is not null
              order by id desc limit 500) c
            where bit_count((c.minhash # $10)::bit(64)) <= 3) then 'NEARLY'
          else 'NOTHING'
        end as repeats,
        array(
          select a.name from members m join accounts a on a.id = m.account_id
          where m.site_id = $1 limit 1000) as team
      from (select) nothing left join ban on true left join thread on true
      """
          .formatted(LAST_HERE.formatted("thread", "$3", "$4"));

  private final Database db;

  public PostingContextStore(Database db) {
    this.db = db;
  }

  Future<PostingContext> find(Submission submission, Fingerprint fingerprint) {
    Author author = submission.viewer().author();
    Network network = submission.network();
    return db.query(
            FIND,
            Tuple.tuple()
                .addString(submission.site().id())
                .addString(submission.comment().threadKey())
                .addLong(author == null ? null : author.id())
                .addBuffer(network == null ? null : network.addressHash())
                .addBuffer(network == null ? null : network.subnetHash())
                .addString(network == null ? null : network.address().getHostAddress())
                .addBuffer(submission.keyHash())
                .addOffsetDateTime(submission.at().atOffset(ZoneOffset.UTC))
                .addBuffer(fingerprint.digest())
                .addLong(fingerprint.minhash())
                .addLong(repeatsFrom(submission)))
        .map(rows -> standing(rows.iterator().next()));
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
