package io.causerie.posting;

import io.causerie.account.Network;
import io.causerie.comment.Comment;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.event.Changes;
import io.causerie.event.ThreadRef;
import io.causerie.site.SiteSettings;
import io.causerie.text.Fingerprint;
import io.causerie.text.Markup;
import io.causerie.text.SearchText;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Optional;

/** The only writer of comments, and of the threads and authors that come with them. */
public final class CommentStore {
  /**
   * One statement; it stores nothing at all when the comment cannot be taken. What it says of its page
   * stays, unless it comes from a comment that nobody sees.
   */
  private static final String INSERT =
      """
      with parent as (
        select case when c.depth < 100 then c.id else c.path[100] end as id,
          c.path[1:100] as path, c.root_id
        from comments c join threads t on t.id = c.thread_id
        where c.id = $6 and t.id = find_thread($1, $2)
          and (c.status = 'approved' or ($26 and c.shadowed and c.author_id = $8))
      ), known as (
        select t.id, is_closed(t.closed_at, t.open_since, $27) as closed, t.slow_mode_seconds,
          t.url_from, t.title_from,
          not $26 and takes_place($3, $14::text::comment_status, t.url, u.status) as takes_url,
          not $26 and takes_place($4, $14::text::comment_status, t.title, n.status) as takes_title
        from threads t
          left join comments u on u.id = t.url_from
          left join comments n on n.id = t.title_from
        where t.id = find_thread($1, $2)
      ), repeated as (
        select from idempotency_keys
        where site_id = $1 and key_hash = $18 and created_at >= $17::timestamptz - interval '24 hours'
      ), made as (
        insert into threads (id, site_id, key, url, url_from, title, title_from, created_at, open_since)
        select $5, $1, $2, case when not $26 then $3 end,
          case when not $26 and $3::text is not null then $7::bigint end,
          case when not $26 then $4 end,
          case when not $26 and $4::text is not null then $7::bigint end, $17, $17
        where $6::bigint is null and not exists (select from known)
          and not exists (select from repeated)
        on conflict (site_id, key) do nothing
        returning id
      ), early as (
        select from known
        where $29 and %s > $17::timestamptz - make_interval(secs => known.slow_mode_seconds)
      ), place as (
        select t.id as thread_id, p.id as parent_id, p.root_id, p.path
        from (select id from known where not closed union all select id from made) t
          left join parent p on true
        where ($6::bigint is null or p.id is not null) and not exists (select from early)
      ), claimed as (
        insert into idempotency_keys as k
          (site_id, key_hash, request_digest, comment_id, status, new_author, created_at)
        select $1, $18, $19, $7, $28::text::comment_status, $20::bytea is not null, $17
        from place where $18::bytea is not null
        on conflict (site_id, key_hash) do update set
          request_digest = excluded.request_digest, comment_id = excluded.comment_id,
          status = excluded.status, new_author = excluded.new_author,
          created_at = excluded.created_at
        where k.created_at < excluded.created_at - interval '24 hours'
        returning k.comment_id
      ), allowed as (
        select place.* from place where $18::bytea is null or exists (select from claimed)
      ), author as (
        insert into authors (id, site_id, kind, name, created_at)
        select $8, $1, $10, $9, $17 from allowed where $20::bytea is not null
      ), token as (
        insert into tokens (hash, author_id, site_id, created_at, expires_at)
        select $20, $8, $1, $17, $17::timestamptz + interval '400 days'
        from allowed where $20::bytea is not null
      ), email as (
        insert into author_emails (author_id, email)
        select $8, $21 from allowed where $21::text is not null
        on conflict (author_id) do update set email = excluded.email
      ), details as (
        update threads t set
          url = case when known.takes_url then $3 else t.url end,
          url_from = case when known.takes_url then $7 else t.url_from end,
          title = case when known.takes_title then $4 else t.title end,
          title_from = case when known.takes_title then $7 else t.title_from end
        from allowed join known on known.id = allowed.thread_id
        where t.id = known.id and (known.takes_url or known.takes_title)
          and (t.url_from, t.title_from) is not distinct from (known.url_from, known.title_from)
      ), c as (
        insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id,
          author_name, author_kind, body, body_html, markup_version, status, held_for,
          address_hash, created_at, subnet_hash, body_digest, minhash, shadowed)
        select $7, $1, thread_id, parent_id, coalesce(root_id, $7), path || $7::bigint, $8,
          $9, $10, $11, $12, $13, $14::text::comment_status, $15, $16, $17,
          $22, $23, $24, $26
        from allowed
        returning *
      ), words as (
        insert into comment_search (comment_id, site_id, words, version)
        select id, $1, to_tsvector('simple', $25), $30 from c
      ), event as (
        insert into events (site_id, thread_id, comment_id, kind, actor, at)
        select $1, thread_id, id, 'posted', $8::bigint::text, $17 from c
      )
      select %s, keys_of_thread(c.thread_id) as keys from c
      """
          .formatted(
              PostingContextStore.LAST_HERE.formatted("known", "$8", "$16"), Comment.COLUMNS);

  /** In slow mode two posts of one author come one after the other. */
  private static final String LOCK_THREAD =
      "select from threads where id = find_thread($1, $2) for no key update";

  private final Database db;
  private final Changes changes;
  private final RefusalStore refusals;

  public CommentStore(Database db, Changes changes) {
    this.db = db;
    this.changes = changes;
    this.refusals = new RefusalStore(db);
  }

  /** Empty when the comment was not taken: {@link #refusal} says why. */
  Future<Optional<Comment>> insert(Prepared prepared) {
    NewComment comment = prepared.submission().comment();
    String siteId = prepared.submission().site().id();
    return stored(prepared)
        .map(rows -> {
          for (Row row : rows) {
            // A thread that this statement made does not see its own key.
            changes.changed(new ThreadRef(siteId, comment.threadKey()));
            for (String key : row.getArrayOfStrings("keys")) {
              changes.changed(new ThreadRef(siteId, key));
            }
          }
          return first(rows);
        })
        .recover(failure -> wasMerged(failure)
            ? Future.succeededFuture(Optional.empty())
            : Future.failedFuture(failure));
  }

  Future<RefusalStore.Refusal> refusal(Submission submission) {
    return refusals.find(submission);
  }

  private Future<RowSet<Row>> stored(Prepared prepared) {
    if (!prepared.slow()) {
      return db.query(INSERT, insertTuple(prepared));
    }
    NewComment comment = prepared.submission().comment();
    Tuple thread = Tuple.of(prepared.submission().site().id(), comment.threadKey());
    return db.transaction(conn -> {
      // Sent together: nobody waits for the lock longer than the database works.
      var locked = conn.preparedQuery(LOCK_THREAD).execute(thread);
      var inserted = conn.preparedQuery(INSERT).execute(insertTuple(prepared));
      return Future.all(locked, inserted).map(both -> inserted.result());
    });
  }

  /** Whether the thread was there when the statement began, and is part of another by now. */
  private static boolean wasMerged(Throwable failure) {
    return failure instanceof PgException refused
        && "comments_thread_id_fkey".equals(refused.getConstraint());
  }

  private static Tuple insertTuple(Prepared prepared) {
    Submission submission = prepared.submission();
    NewComment comment = submission.comment();
    Network network = submission.network();
    Fingerprint fingerprint = prepared.text().fingerprint();
    return Tuple.tuple()
        .addString(submission.site().id())
        .addString(comment.threadKey())
        .addString(comment.url())
        .addString(comment.title())
        .addLong(Id.at(submission.at()))
        .addLong(comment.parentId())
        .addLong(submission.id())
        .addLong(submission.author().id())
        .addString(submission.author().name())
        .addString(submission.author().kind())
        .addString(comment.body())
        .addString(prepared.text().html())
        .addInteger(Markup.VERSION)
        .addString(prepared.judgement().status().word())
        .addArrayOfString(prepared.judgement().heldFor().toArray(String[]::new))
        .addBuffer(network == null ? null : network.addressHash())
        .addOffsetDateTime(submission.at().atOffset(ZoneOffset.UTC))
        .addBuffer(submission.keyHash())
        .addBuffer(submission.digest())
        .addBuffer(prepared.newToken() == null ? null : prepared.newToken().hash())
        .addString(comment.email())
        .addBuffer(network == null ? null : network.subnetHash())
        .addBuffer(fingerprint.digest())
        .addLong(fingerprint.minhash())
        .addString(prepared.text().search())
        .addBoolean(prepared.judgement().shadowed())
        .addInteger(submission.site().settings().get(SiteSettings.CLOSE_AFTER_DAYS))
        .addString(prepared.judgement().answered().word())
        .addBoolean(prepared.slow())
        .addInteger(SearchText.VERSION);
  }

  private static Optional<Comment> first(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(Comment.from(rows.iterator().next()));
  }
}
