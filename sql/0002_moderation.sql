-- Moderation: who may decide, what was decided and why, what readers report, who may not write, and
-- what a moderator sets for one thread. Which class writes which column: README.md.

-- People who work on sites. What they may do there is their membership.
create table accounts (
  id         bigint primary key,
  name       text not null unique,
  created_at timestamptz not null
);

create table members (
  site_id    text not null references sites,
  account_id bigint not null references accounts,
  role       text not null check (role in ('moderator', 'owner')),
  created_at timestamptz not null,
  primary key (site_id, account_id)
);

-- A member's own token, which may do what the member may, or one for programs, with a scope.
create table api_tokens (
  id           bigint primary key,
  hash         bytea not null unique,        -- SHA-256 of the token; the token itself is never stored
  site_id      text not null references sites,
  account_id   bigint references accounts,   -- whose own it is; null for a program's
  name         text not null,
  scopes       text[],                       -- null for a member's own
  created_by   text not null,
  created_at   timestamptz not null,
  last_used_at timestamptz,                  -- to the minute
  revoked_at   timestamptz,
  check ((account_id is null) = (scopes is not null))
);
create index api_tokens_site on api_tokens (site_id, id);

-- Who writes as a member is the same author each time.
alter table authors add column account_id bigint references accounts;
create unique index authors_account on authors (site_id, account_id) where account_id is not null;

-- An author's record, kept by the tallying triggers.
alter table authors
  add column approved_count integer not null default 0 check (approved_count >= 0),
  add column pending_count  integer not null default 0 check (pending_count >= 0),
  add column rejected_count integer not null default 0 check (rejected_count >= 0),
  add column spam_count     integer not null default 0 check (spam_count >= 0),
  add column deleted_count  integer not null default 0 check (deleted_count >= 0);

alter table threads
  add column open_since        timestamptz,  -- made or last reopened: the age for closing counts from here
  add column premoderated      boolean not null default false,
  add column slow_mode_seconds integer not null default 0 check (slow_mode_seconds between 0 and 86400);
update threads set open_since = created_at;
alter table threads alter column open_since set not null;
create index threads_site on threads (site_id, id);

-- Keys that a thread had before it was renamed or merged into another.
create table thread_aliases (
  site_id   text not null references sites,
  key       text not null,
  thread_id bigint not null references threads,
  primary key (site_id, key)
);
create index thread_aliases_thread on thread_aliases (thread_id);

-- The thread that a key names, by itself or as an alias; null when there is none.
create function find_thread(site text, thread_key text) returns bigint
  language sql stable parallel safe
  return coalesce(
    (select t.id from threads t where t.site_id = site and t.key = thread_key),
    (select a.thread_id from thread_aliases a where a.site_id = site and a.key = thread_key));

-- Every key a thread answers to.
create function keys_of_thread(thread bigint) returns text[]
  language sql stable parallel safe
  return array(
    select t.key from threads t where t.id = thread
    union all
    select a.key from thread_aliases a where a.thread_id = thread);

-- Closed by hand, or by its age when the site closes threads after so many days (0: never).
create function is_closed(closed_at timestamptz, open_since timestamptz, close_after_days integer)
  returns boolean
  language sql stable parallel safe
  return closed_at is not null
    or (close_after_days > 0 and open_since < now() - make_interval(days => close_after_days));

alter table comments
  add column shadowed    boolean not null default false,  -- not public, and its author does not know
  add column flag_count  integer not null default 0 check (flag_count >= 0),  -- flags nobody has settled
  add column ban_id      bigint,               -- the ban that removed it, until somebody decides otherwise
  add column subnet_hash bytea,                -- keyed hash of the IPv4 /24 or IPv6 /48; cleared with address_hash
  add column body_digest bytea,                -- of the text without case and spacing: equal texts are repeats
  add column minhash     bigint,               -- of its words; null for a text too short to mean it
  add column search      tsvector,             -- words of the body and the name, made by comment/SearchText
  add check (not (shadowed and status = 'approved'));
update comments set search = to_tsvector('simple', lower(author_name || ' ' || body));

drop index comments_held;
create index comments_queue on comments (site_id, status, id);
create index comments_of_thread on comments (thread_id, status, id);
create index comments_flagged on comments (site_id, id) where flag_count > 0;
create index comments_search on comments using gin (search);
create index comments_of_address on comments (site_id, address_hash, id) where address_hash is not null;
create index comments_of_subnet on comments (site_id, subnet_hash, id) where subnet_hash is not null;
create index comments_repeats on comments (site_id, body_digest, id) where body_digest is not null;
create index comments_nearly on comments (site_id, id) include (minhash) where minhash is not null;
create index comments_pinned on comments (thread_id, id) where pinned;
create index comments_banned on comments (ban_id, id) where ban_id is not null;

create table bans (
  id           bigint primary key,
  site_id      text not null references sites,
  author_id    bigint references authors,
  address_hash bytea,                          -- keyed hash of an IPv4 address or IPv6 /64
  subnet_hash  bytea,                          -- keyed hash of an IPv4 /24 or IPv6 /48
  network      cidr,                           -- as a moderator typed it
  shadow       boolean not null,
  reason       text not null,
  until        timestamptz,                    -- null: for good
  created_by   text not null,
  created_by_name text,                        -- as they were called then; null: not known
  created_at   timestamptz not null,
  lifted_by    text,
  lifted_by_name text,
  lifted_at    timestamptz,
  work         text check (work in ('remove', 'restore')),   -- what is still to be done to its comments
  removed      integer not null default 0,     -- how many comments it has removed and not given back
  check (num_nonnulls(author_id, address_hash, subnet_hash, network) = 1)
);
create index bans_site on bans (site_id, id);
create index bans_author on bans (author_id) where lifted_at is null;
create index bans_address on bans (site_id, address_hash) where lifted_at is null;
create index bans_subnet on bans (site_id, subnet_hash) where lifted_at is null;
create index bans_network on bans (site_id) where network is not null and lifted_at is null;
create index bans_work on bans (id) where work is not null;

create table flags (
  comment_id  bigint not null references comments,
  viewer_hash bytea not null,                  -- keyed hash of the author's id, or of the address without one
  site_id     text not null references sites,
  author_id   bigint references authors,
  subnet_hash bytea,                           -- flags of one network count once; cleared after 30 days
  reason      text not null check (reason in ('spam', 'abuse', 'off-topic', 'illegal', 'other')),
  note        text,
  weight      smallint not null check (weight between 0 and 2),
  created_at  timestamptz not null,
  outcome     text check (outcome in ('upheld', 'dismissed')),   -- null until a moderator decided
  primary key (comment_id, viewer_hash)
);
create index flags_author on flags (author_id) where author_id is not null;
create index flags_age on flags (created_at) where subnet_hash is not null;

-- How many comments a site has in each tab of the queue. The numbers lie in shards, so that posts to
-- one site do not wait for each other; a sum is right, a shard alone means nothing.
create table queue_totals (
  site_id text not null references sites,
  tab     text not null,                       -- a status, or flagged
  shard   smallint not null,
  count   bigint not null,
  primary key (site_id, tab, shard)
) with (fillfactor = 50);

-- What each statement did to comments, told to authors and totals. Locks come in one order
-- everywhere: threads, comments, the head of the log, authors, totals.
create type tally as (site_id text, author_id bigint, tab text, change integer);

create function apply_tallies(tallies tally[]) returns void language plpgsql as $$
begin
  if cardinality(tallies) > 1 then
    perform from authors
      where id in (select t.author_id from unnest(tallies) t where t.tab <> 'flagged')
      order by id for no key update;
  end if;

  update authors a set
    approved_count = a.approved_count + n.approved,
    pending_count = a.pending_count + n.pending,
    rejected_count = a.rejected_count + n.rejected,
    spam_count = a.spam_count + n.spam,
    deleted_count = a.deleted_count + n.deleted
  from (
    select t.author_id,
      coalesce(sum(t.change) filter (where t.tab = 'approved'), 0) as approved,
      coalesce(sum(t.change) filter (where t.tab = 'pending'), 0) as pending,
      coalesce(sum(t.change) filter (where t.tab = 'rejected'), 0) as rejected,
      coalesce(sum(t.change) filter (where t.tab = 'spam'), 0) as spam,
      coalesce(sum(t.change) filter (where t.tab = 'deleted'), 0) as deleted
    from unnest(tallies) t
    where t.tab <> 'flagged'
    group by t.author_id
  ) n
  where a.id = n.author_id;

  insert into queue_totals as q (site_id, tab, shard, count)
  select t.site_id, t.tab, pg_backend_pid() % 16, sum(t.change)
  from unnest(tallies) t
  group by t.site_id, t.tab
  having sum(t.change) <> 0
  order by t.site_id, t.tab
  on conflict (site_id, tab, shard) do update set count = q.count + excluded.count;
end $$;

create function tally_inserted_comments() returns trigger language plpgsql as $$
begin
  perform apply_tallies(array(
    select row(site_id, author_id, status::text, count(*))::tally
    from added
    group by site_id, author_id, status));
  return null;
end $$;

create function tally_changed_comments() returns trigger language plpgsql as $$
declare
  tallies tally[] := array(
    select row(c.site_id, c.author_id, c.tab, sum(c.change))::tally
    from (
      select a.site_id, a.author_id, a.status::text as tab, 1 as change
      from after_update a join before_update b using (id) where a.status <> b.status
      union all
      select b.site_id, b.author_id, b.status::text, -1
      from after_update a join before_update b using (id) where a.status <> b.status
      union all
      select a.site_id, null, 'flagged', (a.flag_count > 0)::int - (b.flag_count > 0)::int
      from after_update a join before_update b using (id)
      where (a.flag_count > 0) <> (b.flag_count > 0)
    ) c
    group by c.site_id, c.author_id, c.tab);
begin
  if tallies <> '{}' then
    perform apply_tallies(tallies);
  end if;
  return null;
end $$;

-- Named to come after the counters: triggers fire in the order of their names.
create trigger tally_inserted after insert on comments
  referencing new table as added
  for each statement execute function tally_inserted_comments();

create trigger tally_changed after update on comments
  referencing old table as before_update new table as after_update
  for each statement when (pg_trigger_depth() = 0) execute function tally_changed_comments();

-- As before, without the steps that a single new comment, which is what comes most, has no need of:
-- a hot thread's posts wait for each other here.
create or replace function apply_count_changes(changes count_change[]) returns void
  language plpgsql as $$
begin
  if cardinality(changes) > 1 then
    perform from threads
      where id in (select c.thread_id from unnest(changes) c)
      order by id for no key update;
  end if;

  update threads t set comment_count = t.comment_count + n.change
  from (select c.thread_id, sum(c.change) as change from unnest(changes) c group by c.thread_id) n
  where t.id = n.thread_id and n.change <> 0;

  if cardinality(changes) > 1 or cardinality((changes[1]).path) > 1 then
    update comments t set reply_count = t.reply_count + n.change
    from (
      select ancestor, sum(c.change) as change
      from unnest(changes) c, unnest(trim_array(c.path, 1)) ancestor
      group by ancestor
    ) n
    where t.id = n.ancestor and n.change <> 0;
  end if;
end $$;

-- A comment may now also move to another thread, and takes its count along.
create or replace function count_changed_comments() returns trigger language plpgsql as $$
declare
  changes count_change[] := array(
    select row(c.thread_id, c.path, c.change)::count_change
    from (
      select a.id, a.thread_id, a.path, 1 as change from after_update a where a.status = 'approved'
      union all
      select b.id, b.thread_id, b.path, -1 from before_update b where b.status = 'approved'
    ) c
      join after_update a using (id)
      join before_update b using (id)
    where (a.status = 'approved') <> (b.status = 'approved') or a.thread_id <> b.thread_id);
begin
  if changes <> '{}' then
    perform apply_count_changes(changes);
  end if;
  return null;
end $$;

insert into queue_totals (site_id, tab, shard, count)
select site_id, status::text, 0, count(*) from comments group by site_id, status;

update authors a set
  approved_count = n.approved, pending_count = n.pending, rejected_count = n.rejected,
  spam_count = n.spam, deleted_count = n.deleted
from (
  select author_id,
    count(*) filter (where status = 'approved') as approved,
    count(*) filter (where status = 'pending') as pending,
    count(*) filter (where status = 'rejected') as rejected,
    count(*) filter (where status = 'spam') as spam,
    count(*) filter (where status = 'deleted') as deleted
  from comments group by author_id
) n
where a.id = n.author_id;

-- Every act of moderation, one chain for each site: a row's hash covers the row and the hash before
-- it. Rows are only ever added; seq, at and hash are given by the database.
create table moderation_log (
  site_id    text not null references sites,
  seq        bigint not null,                  -- 1, 2, 3, … without gaps
  at         timestamptz not null,
  actor      text not null,                    -- account:…, token:…, admin, console, or system:… for a rule
  actor_name text not null,
  action     text not null,                    -- approve, ban, close, …
  comment_id bigint,
  thread_id  bigint,
  author_id  bigint,
  ban_id     bigint,
  reason     text,
  before     jsonb,
  after      jsonb,
  hash       bytea not null,
  primary key (site_id, seq)
);
create index moderation_log_time on moderation_log (site_id, at, seq);
create index moderation_log_actor on moderation_log (site_id, actor, seq);
create index moderation_log_action on moderation_log (site_id, action, seq);
create index moderation_log_comment on moderation_log (comment_id, seq) where comment_id is not null;
create index moderation_log_thread on moderation_log (thread_id, seq) where thread_id is not null;
create index moderation_log_author on moderation_log (author_id, seq) where author_id is not null;
create index moderation_log_ban on moderation_log (ban_id, seq) where ban_id is not null;

create table log_heads (
  site_id text primary key references sites,
  seq     bigint not null,
  at      timestamptz not null,                -- of the newest entry: times never go back, like seq
  hash    bytea not null
);

create function log_hash(previous bytea, entry moderation_log) returns bytea
  language sql immutable parallel safe
  return sha256(previous || convert_to(jsonb_build_array(
    entry.site_id, entry.seq, (extract(epoch from entry.at) * 1000)::bigint, entry.actor,
    entry.actor_name, entry.action, entry.comment_id, entry.thread_id, entry.author_id,
    entry.ban_id, entry.reason, entry.before, entry.after)::text, 'UTF8'));

-- Runs as who made the schema, so that the role of the service needs no right to change a head. That
-- role may make temporary tables: they are looked for last, or one of them would pass for log_heads.
select set_config('search_path', current_setting('search_path') || ', pg_temp', true);
create function chain_log_entry() returns trigger language plpgsql
  security definer set search_path from current as $$
declare
  head log_heads;
begin
  insert into log_heads (site_id, seq, at, hash) values (new.site_id, 0, '-infinity', '')
    on conflict do nothing;
  select * into head from log_heads where site_id = new.site_id for update;
  new.seq := head.seq + 1;
  new.at := greatest(date_trunc('milliseconds', clock_timestamp()), head.at);
  new.hash := log_hash(head.hash, new);
  update log_heads set seq = new.seq, at = new.at, hash = new.hash where site_id = new.site_id;
  return new;
end $$;

create trigger chain before insert on moderation_log
  for each row execute function chain_log_entry();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the moderation log is only ever added to' using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on moderation_log
  for each statement execute function refuse_change();
