package io.causerie.posting;

import io.causerie.account.Network;
import io.causerie.comment.Comment;
import io.causerie.core.Id;
import io.causerie.db.Statement;
import io.causerie.site.SiteSettings;
import io.causerie.text.Fingerprint;
import io.causerie.text.Markup;
import io.causerie.text.SearchText;

/** The one statement that stores a comment, with its author, thread, search words and event. */
final class CommentInsert {
  /** Which comment, of that alias, can be answered: an approved one, and a shadowed author's own. */
  static final String CAN_BE_ANSWERED =
      """
      (%1$s.status = 'approved'
            or (:shadowed and %1$s.shadowed and %1$s.author_id = :author_id))""";

  /**
   * It stores nothing at all when the comment cannot be taken. What it says of its page
   * stays, unless it comes from a comment that is not public.
   */
  private static final Statement SQL = Statement.of(
      """
      with parent as (
        select case when c.depth < 100 then c.id else c.path[100] end as id,
          c.path[1:100] as path, c.root_id
        from comments c join threads t on t.id = c.thread_id
        where c.id = :parent_id and t.id = find_thread(:site, :thread_key)
          and %3$s
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
          .formatted(
              PostingContextStore.LAST_HERE.formatted("known"),
              Comment.COLUMNS,
              CAN_BE_ANSWERED.formatted("c")));

  private CommentInsert() {}

  /** With everything that it needs. */
  static Statement.Binding of(Prepared prepared) {
    Submission submission = prepared.submission();
    NewComment comment = submission.comment();
    Statement.Binding insert = SQL.bind("site", submission.site().id())
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
}
