package io.causerie.upkeep;

import io.causerie.core.Id;
import io.causerie.testing.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A database in which every choice of the planner is a real one: twenty sites, of which the one of the
 * test is like the others, with 20,000 comments and some thousands of everything else.
 */
final class BusyDatabase {
  private static final String SITES =
      """
      create temporary table places as
        select n, case n when 0 then '%s' else 'other' || n end as site from generate_series(0, 19) n;
      insert into sites (id, origins) select site, '{https://x.example}' from places where n > 0;
      insert into accounts (id, name, created_at) select n, 'Account ' || n, now()
      from generate_series(1, 4000) n;
      insert into members (site_id, account_id, role, created_at)
      select site, 200 * p.n + k, 'moderator', now() from places p, generate_series(1, 5) k
      """;

  private static final String PEOPLE =
      """
      insert into authors (id, site_id, kind, name, created_at)
      select 10000 * (p.n + 1) + k, site, 'guest', 'Author ' || k, now()
      from places p, generate_series(1, 200) k;
      insert into tokens (hash, author_id, site_id, created_at, expires_at)
      select int8send(id), id, site_id, now(), now() + make_interval(days => case id % 50 when 7 then -1 else 1 end)
      from authors;
      insert into bans (id, site_id, author_id, address_hash, subnet_hash, network, shadow, reason,
        created_by, created_at, work)
      select id, site_id, case id % 4 when 0 then id end, case id % 4 when 1 then sha256(int8send(id)) end,
        case id % 4 when 2 then sha256(int8send(id / 9)) end,
        case id % 4 when 3 then ('10.' || id % 200 || '.1.0/24')::cidr end, false, 'Shouts', 'admin', now(), null
      from authors where id % 10000 > 20
      """;

  /** Of a thread every tenth is a root and the others answer it, in the order of their ids. */
  private static final String COMMENTS =
      """
      insert into threads (id, site_id, key, created_at, open_since)
      select 1000 * (p.n + 1) + k, site, '/' || k, now(), now() from places p, generate_series(1, 100) k;
      insert into thread_aliases (site_id, key, thread_id, former_thread)
      select site_id, '/old' || key, id, id + 500 from threads;
      insert into comments (id, site_id, thread_id, parent_id, root_id, path, author_id, author_name,
        author_kind, body, body_html, markup_version, status, held_for, address_hash, subnet_hash,
        body_digest, minhash, created_at)
      select c.n, site, 1000 * (p + 1) + t + 1, nullif(root, c.n), root,
        case root when c.n then array[c.n] else array[root, c.n] end, author, 'Author', 'guest', 'Hello ' || c.n,
        case when chance % 33 = 0 then '<p><a href="https://x.example">x</a></p>' else '<p>Hello</p>' end, 1,
        case chance % 20 when 0 then 'pending' when 1 then 'rejected' when 2 then 'spam'
          else 'approved' end::comment_status,
        case chance % 60 when 0 then '{many-links:3}' when 20 then '{first-comments}' else '{}' end::text[],
        sha256(int8send(author)), sha256(int8send(author / 9)), sha256(int8send(c.n)), c.n * 7919,
        now() - interval '130 seconds' * (22000 - c.n)
      from (
        select n, p, t, n - 2000 * ((n / 2000 - 1) % 10) as root, 10000 * (p + 1) + 1 + (n / 20) % 200 as author,
          abs(hashint8(n)) as chance
        from (select n::bigint, n % 20 as p, (n / 20) % 100 as t from generate_series(2000, 21999) n) numbers
      ) c join places on places.n = c.p;
      insert into comment_search (comment_id, site_id, words, version)
      select id, site_id, to_tsvector('simple', ':words') || to_tsvector('simple', 'hello ' || id), 1 from comments;
      insert into comment_scores (comment_id, thread_id, is_root, upvotes)
      select id, thread_id, parent_id is null, id % 5 + 1 from comments where id % 10 < 7
      """;

  private static final String SOME_COMMENTS =
      """
      update comments set pinned = true where status = 'approved' and parent_id is null and id % 30 = 0;
      update comments set ban_id = author_id where status = 'rejected' and id % 7 = 0;
      insert into flags (comment_id, viewer_hash, site_id, author_id, subnet_hash, reason, weight, created_at)
      select id, 'x', site_id, author_id, 'x', 'spam', 1, created_at from comments where id % 8 = 0;
      update comments set flag_count = 1 where id % 8 = 0 and (id / 8) % 10 = 0;
      insert into idempotency_keys
      select site_id, int8send(id), 'x', id, 'approved', false, created_at + interval '29 days'
      from comments where id % 10 = 1;
      insert into events (site_id, thread_id, comment_id, kind, actor)
      select site_id, thread_id, id, 'posted', 'x' from comments where id % 5 = 0;
      insert into moderation_log (site_id, actor, actor_name, action, comment_id, thread_id, author_id, ban_id,
        before, after)
      select site_id, 'account:' || id % 50, 'Mo', case id % 90 when 0 then 'close' else 'approve' end, id,
        thread_id, author_id, case id % 9 when 0 then author_id end, '{"status": "approved"}',
        '{"status": "rejected"}'
      from comments where id % 7 = 0
      """;

  /** Of the last hour, by their ids too. */
  private static final String RECENT =
      """
      insert into comments (id, site_id, thread_id, root_id, path, author_id, author_name, author_kind,
        body, body_html, markup_version, status, body_digest, minhash, created_at)
      select %1$d + id, site_id, thread_id, %1$d + id, array[%1$d + id], author_id, author_name, author_kind,
        body, body_html, 1, 'approved', body_digest, minhash, now()
      from comments where id %% 4 = 0
      """;

  private static final String WORK =
      """
      update comment_search set version = 0 where comment_id %% 400 = 0;
      update bans set work = 'restore' where id in (
        select ban_id from comments where site_id = '%1$s' order by ban_id limit 1);
      update bans set work = 'remove' where id in (
        select id from bans where site_id = '%1$s' and subnet_hash is not null order by id limit 1)
      """;

  private static final String SIGNING_IN =
      """
      insert into sessions (id, hash, account_id, created_at, confirmed_at, last_used_at, expires_at)
      select id, int8send(id), id, now(), now(), now(), now() + make_interval(days => case id % 50 when 7 then -1 else 1 end)
      from accounts where id <= 4000;
      insert into api_tokens (id, hash, site_id, name, scopes, created_by, created_at)
      select 100 * n + k, int4send(100 * n + k), site, 'Export', '{read}', 'admin', now()
      from places, generate_series(1, 90) k;
      insert into invitations (id, hash, site_id, role, created_by, created_at, expires_at)
      select 100 * n + k, int4send(100 * n + k), site, 'owner', 'admin', now(),
        now() + make_interval(days => case k when 7 then -1 else 1 end)
      from places, generate_series(1, 90) k;
      insert into passkeys (id, account_id, name, credential_id, public_key, aaguid, sign_count, created_at)
      select id, id, 'Key', int8send(id), 'x', gen_random_uuid(), 0, now() from accounts where id <= 4000;
      insert into second_factors (account_id, offered, offered_at)
      select id, decode(repeat('00', 20), 'hex'), now() - case id % 50 when 7 then interval '2 hours' else '0' end
      from accounts where id <= 4000;
      insert into ceremonies (hash, purpose, challenge, expires_at)
      select int8send(id), 'sign-in', 'x', now() + make_interval(days => case id % 50 when 7 then -1 else 1 end)
      from accounts where id <= 4000
      """;

  private BusyDatabase() {}

  static void fill(TestApp app) {
    execute(app, SITES.formatted(app.site()));
    execute(app, PEOPLE);
    String words =
        IntStream.range(0, 60).mapToObj(n -> "word" + n).collect(Collectors.joining(" "));
    execute(app, COMMENTS.replace(":words", words));
    execute(app, SOME_COMMENTS);
    execute(app, RECENT.formatted(Id.firstAt(Instant.now().minus(Duration.ofMinutes(50)))));
    execute(app, SIGNING_IN);
    app.database().analyzeAll();
  }

  /** One statement after the other, as there is a deadline for each. */
  private static void execute(TestApp app, String statements) {
    Stream.of(statements.split(";\n")).forEach(app.database()::execute);
  }

  /** What the service does by itself, in the background. */
  static void giveWork(TestApp app) {
    execute(app, WORK.formatted(app.site()));
  }
}
