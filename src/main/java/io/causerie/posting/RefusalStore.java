package io.causerie.posting;

import io.causerie.account.Author;
import io.causerie.account.Network;
import io.causerie.comment.Comment;
import io.causerie.comment.Status;
import io.causerie.core.Token;
import io.causerie.db.Database;
import io.causerie.db.Statement;
import io.causerie.http.Problem;
import io.causerie.screening.PostingContext.ThreadRules;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads why {@link CommentStore} did not take a comment. */
final class RefusalStore {
  /** Why the comment cannot be stored, or what an earlier request with the same key made. */
  private static final Statement FIND = Statement.of(
      """
      select k.request_digest, k.status::text as answered,
        (select g.hash from tokens g
         where g.author_id = c.author_id and k.new_author
         order by g.created_at limit 1) as token_hash,
        coalesce(is_closed(t.closed_at, t.open_since, :close_after_days), false) as closed,
        coalesce(t.slow_mode_seconds, 0) as slow_mode_seconds, %s as last_here,
        exists (
          select from comments p
          where p.id = :parent_id and p.thread_id = t.id and %3$s) as parent_stands,
        %s
      from (select) nothing
        left join threads t on t.id = find_thread(:site, :thread_key)
        left join idempotency_keys k on k.site_id = :site and k.key_hash = :key_hash
        left join comments c on c.id = k.comment_id
      """
          .formatted(
              PostingContextStore.LAST_HERE.formatted("t"),
              Comment.COLUMNS,
              CommentInsert.CAN_BE_ANSWERED.formatted("p")));

  /**
   * Why a comment was not stored.
   *
   * @param lastHere when its author or network last wrote in the thread, where that is in slow mode
   * @param earlier the answer that an earlier request with the same key got
   */
  record Refusal(
      boolean closed,
      boolean parentStands,
      ThreadRules rules,
      @Nullable Instant lastHere,
      @Nullable Earlier earlier) {
    /** The refusal for an author who has to wait; null for none. */
    @Nullable
    Problem wait(Prepared prepared) {
      return prepared.slow() ? rules.tooSoon(lastHere, prepared.submission().at()) : null;
    }
  }

  /**
   * What an earlier request with the same key asked and got.
   *
   * @param tokenHash of the token that it got; null when it got none
   */
  record Earlier(
      Buffer requestDigest, Status answered, @Nullable Buffer tokenHash, Comment comment) {
    boolean isOf(@Nullable Token token) {
      return token != null && token.hash().equals(tokenHash);
    }
  }

  private final Database db;

  RefusalStore(Database db) {
    this.db = db;
  }

  Future<Refusal> find(Prepared prepared) {
    Submission submission = prepared.submission();
    Author author = submission.viewer().author();
    Network network = submission.network();
    Statement.Binding asked = FIND.bind("site", submission.site().id())
        .bind("thread_key", submission.comment().threadKey())
        .bind("parent_id", submission.comment().parentId())
        .bind("key_hash", submission.keyHash())
        .bind("close_after_days", submission.site().settings().get(SiteSettings.CLOSE_AFTER_DAYS))
        .bind("shadowed", prepared.judgement().shadowed())
        .bind("author_id", author == null ? null : author.id())
        .bind("address_hash", network == null ? null : network.addressHash());
    return db.query(asked).map(rows -> refusal(rows.iterator().next()));
  }

  private static Refusal refusal(Row row) {
    Buffer digest = row.getBuffer("request_digest");
    Earlier earlier = digest == null
        ? null
        : new Earlier(
            digest,
            Status.of(row.getString("answered")),
            row.getBuffer("token_hash"),
            Comment.from(row));
    OffsetDateTime lastHere = row.getOffsetDateTime("last_here");
    return new Refusal(
        row.getBoolean("closed"),
        row.getBoolean("parent_stands"),
        new ThreadRules(false, row.getInteger("slow_mode_seconds")),
        lastHere == null ? null : lastHere.toInstant(),
        earlier);
  }
}
