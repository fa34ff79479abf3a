package io.causerie.posting;

import io.causerie.account.Network;
import io.causerie.comment.Comment;
import io.causerie.core.Id;
import io.causerie.db.Database;
import io.causerie.db.Statement;
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
import java.util.Optional;

/** The only writer of comments, and of the threads and authors that come with them. */
public final class CommentStore {
  /**
   * One statement; it stores nothing at all when the comment cannot be taken. What it says of its page
   * stays, unless it comes from a comment that nobody sees.
   */
  private static final Statement INSERT = Statement.of(
      """
      with parent as (
        select case when c.depth < 100 then c.id else c.path[100] end as id,
          c.path[1:100] as path, c.root_id
        from comments c join threads t on t.id = c.thread_id
        where c.id = :parent_id and t.id = find_thread(:site, :thread_key)
          and (c.status = 'approved' or (:shadowed and c.shadowed and c.author_id = :author_id))
      ), known as (
        select t.id, is_closed(t.closed_at, t.open_since, :close_after_days) as closed, t.slow_mode_seconds,
          t.url_from, t.title_from,
          not :shadowed and takes_place(:url, :status::text::comment_status, t.url, u.status)
            as takes_url,
          not :shadowed and takes_place(:title, :status::text::comment_status, t.title, n.status)
            as takes_title
        from threads t
          left join comments u on u.id = t.url_from
          left join comments n on n.id = t.title_from
        where t.id = find_thread(:site, :thread_key)
      ), repeated as (
        select from idempotency_keys
        where site_id = :site and key_hash = :key_hash
          and created_at >= :at::timestamptz - interval '24 hours'
      ), made as (
        insert into threads (id, site_id, key, url, url_from, title, title_from, created_at, open_since)
        select :new_thread_id, :site, :thread_key, case when not :shadowed then :url end,
          case when not :shadowed and :url::text is not null then :id::bigint end,
          case when not :shadowed then :title end,
          case when not :shadowed and :title::text is not null then :id::bigint end, :at, :at
        where :parent_id::bigint is null and not exists (select from known)
          and not exists (select from repeated)
        on conflict (site_id, key) do nothing
        returning id
      ), early as (
        select from known
        where :slow and %s > :at::timestamptz - make_interval(secs => known.slow_mode_seconds)
      ), place as (
        select t.id as thread_id, p.id as parent_id, p.root_id, p.path
        from (select id from known where not closed union all select id from made) t
          left join parent p on true
        where (:parent_id::bigint is null or p.id is not null) and not exists (select from early)
      ), claimed as (
        insert into idempotency_keys as k
          (site_id, key_hash, request_digest, comment_id, status, new_author, created_at)
        select :site, :key_hash, :request_digest, :id, :answered::text::comment_status,
          :token_hash::bytea is not null, :at
        from place where :key_hash::bytea is not null
        on conflict (site_id, key_hash) do update set
          request_digest = excluded.request_digest, comment_id = excluded.comment_id,
          status = excluded.status, new_author = excluded.new_author,
          created_at = excluded.created_at
        where k.created_at < excluded.created_at - interval '24 hours'
        returning k.comment_id
      ), allowed as (
        select place.* from place where :key_hash::bytea is null or exists (select from claimed)
      ), author as (
        insert into authors (id, site_id, kind, name, created_at)
        select :author_id, :site, :author_kind, :author_name, :at
        from allowed where :token_hash::bytea is not null
      ), token as (
        insert into tokens (hash, author_id, site_id, created_at, expires_at)
        select :token_hash, :author_id, :site, :at, :at::timestamptz + interval '400 days'
        from allowed where :token_hash::bytea is not null
      ), email as (
        insert into author_emails (author_id, email)
        select :author_id, :email from allowed where :email::text is not null
        on conflict (author_id) do update set email = excluded.email
      ), details as (
        update threads t set
          url = case when known.takes_url then :url else t.url end,
          url_from = case when known.takes_url then :id else t.url_from end,
          title = case when known.takes_title then :title else t.title end,
          title_from = case when known.takes_title then :id else t.title_from end
        from allowed join known on known.id = allowed.thread_id
        where t.id = known.id and (known.takes_url or known.takes_title)
          and (t.url_from, t.title_from) is not distinct from (known.url_from, known.title_from)
      ), c as (
        insert into comments (id, site_id, thread_id, parent_id, root_id, path,
          author_id, author_name, author_kind, body, body_html, markup_version,
          status, held_for, shadowed, created_at,
          address_hash, subnet_hash, body_digest, minhash)
        select :id, :site, thread_id, parent_id, coalesce(root_id, :id), path || :id::bigint,
          :author_id, :author_name, :author_kind, :body, :body_html, :markup_version,
          :status::text::comment_status, :held_for, :shadowed, :at,
          :address_hash, :subnet_hash, :body_digest, :minhash
        from allowed
        returning *
      ), words as (
        insert into comment_search (comment_id, site_id, words, version)
        select id, :site, to_tsvector('simple', :words), :search_version from c
      ), event as (
        insert into events (site_id, thread_id, comment_id, kind, actor, at)
        select :site, thread_id, id, 'posted', :author_id::bigint::text, :at from c
      )
      select %s, keys_of_thread(c.thread_id) as keys from c
      """
          .formatted(PostingContextStore.LAST_HERE.formatted("known"), Comment.COLUMNS));

  /** In slow mode two posts of one author come one after the other. */
  private static final String LOCK_THREAD =
      "select from threads where id = find_thread($1, $2) for no key update";

  /** Idempotency keys that are a day old; for {@link io.causerie.db.Forgets}. */
  public static final String FORGET_KEYS =
      """
      delete from idempotency_keys
      where (site_id, key_hash) in (
        select site_id, key_hash from idempotency_keys
        where created_at < $1::timestamptz - interval '24 hours'
        limit 1000)
      """;

  /** The networks of comments that are 30 days old. */
  public static final String FORGET_NETWORKS =
      """
      update comments set address_hash = null, subnet_hash = null
      where id in (
        select id from comments
        where address_hash is not null and created_at < $1::timestamptz - interval '30 days'
        limit 1000)
      """;

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
      return db.query(bound(prepared));
    }
    NewComment comment = prepared.submission().comment();
    Tuple thread = Tuple.of(prepared.submission().site().id(), comment.threadKey());
    return db.transaction(conn -> {
      // Sent together: nobody waits for the lock longer than the database works.
      var locked = conn.preparedQuery(LOCK_THREAD).execute(thread);
      var inserted = bound(prepared).on(conn);
      return Future.all(locked, inserted).map(both -> inserted.result());
    });
  }

  /** Whether the thread was there when the statement began, and is part of another by now. */
  private static boolean wasMerged(Throwable failure) {
    return failure instanceof PgException refused
        && "comments_thread_id_fkey".equals(refused.getConstraint());
  }

  private static Statement.Binding bound(Prepared prepared) {
    Submission submission = prepared.submission();
    NewComment comment = submission.comment();
    Statement.Binding insert = INSERT
        .bind("site", submission.site().id())
        .bind("thread_key", comment.threadKey())
        .bind("new_thread_id", Id.at(submission.at()))
        .bind("url", comment.url())
        .bind("title", comment.title())
        .bind("close_after_days", submission.site().settings().get(SiteSettings.CLOSE_AFTER_DAYS))
        .bind("slow", prepared.slow())
        .bind("key_hash", submission.keyHash())
        .bind("request_digest", submission.digest())
        .bind("id", submission.id())
        .bind("parent_id", comment.parentId())
        .bind("body", comment.body())
        .bind("email", comment.email())
        .bind("at", submission.at());
    return withText(withAuthor(insert, prepared), prepared);
  }

  private static Statement.Binding withAuthor(Statement.Binding insert, Prepared prepared) {
    Network network = prepared.submission().network();
    return insert
        .bind("author_id", prepared.submission().author().id())
        .bind("author_name", prepared.submission().author().name())
        .bind("author_kind", prepared.submission().author().kind())
        .bind(
            "token_hash",
            prepared.newToken() == null ? null : prepared.newToken().hash())
        .bind("address_hash", network == null ? null : network.addressHash())
        .bind("subnet_hash", network == null ? null : network.subnetHash());
  }

  /** With what was made of the text, and what the screens made of that. */
  private static Statement.Binding withText(Statement.Binding insert, Prepared prepared) {
    Fingerprint fingerprint = prepared.text().fingerprint();
    return insert
        .bind("body_html", prepared.text().html())
        .bind("markup_version", Markup.VERSION)
        .bind("body_digest", fingerprint.digest())
        .bind("minhash", fingerprint.minhash())
        .bind("words", prepared.text().search())
        .bind("search_version", SearchText.VERSION)
        .bind("status", prepared.judgement().status().word())
        .bind("answered", prepared.judgement().answered().word())
        .bind("shadowed", prepared.judgement().shadowed())
        .bind("held_for", prepared.judgement().heldFor().toArray(String[]::new));
  }

  private static Optional<Comment> first(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(Comment.from(rows.iterator().next()));
  }
}
