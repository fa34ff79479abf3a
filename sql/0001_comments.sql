-- Sites, threads, comments and what follows from them. Which class writes which column: README.md.

create table sites (
  id         text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  origins    text[] not null,
  settings   jsonb not null default '{}',
  created_at timestamptz not null default now()
);

-- Random keys that outlive a restart, made once by the service.
create table secrets (
  name  text primary key,
  value bytea not null
);

-- Who writes: guests today, people with an account later.
create table authors (
  id         bigint primary key,
  site_id    text not null references sites,
  kind       text not null check (kind in ('guest', 'account')),
  name       text not null,
  created_at timestamptz not null
);

-- An e-mail is personal data apart from content: in a table of its own, never joined by a public query.
create table author_emails (
  author_id bigint primary key references authors on delete cascade,
  email     text not null
);

create table tokens (
  hash       bytea primary key,             -- SHA-256 of the token; the token itself is never stored
  author_id  bigint not null references authors on delete cascade,
  site_id    text not null references sites,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index tokens_author on tokens (author_id);
create index tokens_age on tokens (expires_at);

create table threads (
  id            bigint primary key,
  site_id       text not null references sites,
  key           text not null,
  url           text,
  title         text,
  comment_count integer not null default 0 check (comment_count >= 0),   -- approved comments
  closed_at     timestamptz,
  created_at    timestamptz not null,
  unique (site_id, key)
);

create type comment_status as enum ('pending', 'approved', 'rejected', 'spam', 'deleted');

create table comments (
  id              bigint primary key,       -- time-sortable: id order is time order
  site_id         text not null references sites,
  thread_id       bigint not null references threads,
  parent_id       bigint references comments,
  root_id         bigint not null,
  path            bigint[] not null,        -- ids of the ancestors, root first, then its own
  depth           smallint not null generated always as ((cardinality(path) - 1)::smallint) stored
                  check (depth between 0 and 100),
  author_id       bigint not null references authors,
  author_name     text not null,            -- as it was when this comment was written
  author_kind     text not null,
  body            text not null,            -- what the author typed; never sent as HTML
  body_html       text not null,            -- rendered by comment/Markup; the only HTML we serve
  markup_version  smallint not null,
  status          comment_status not null,
  held_for        text[] not null default '{}',
  upvotes         integer not null default 0 check (upvotes >= 0),
  downvotes       integer not null default 0 check (downvotes >= 0),
  score           integer not null generated always as (upvotes - downvotes) stored,
  -- Wilson score interval, lower bound at 95 % (z = 1.96): E. B. Wilson, 1927. 0 without votes.
  rank            double precision not null generated always as (
    case when upvotes + downvotes = 0 then 0 else
      (upvotes + 1.9208::float8 - 1.96::float8
        * sqrt(upvotes::float8 * downvotes / (upvotes + downvotes) + 0.9604::float8))
      / (upvotes + downvotes + 3.8416::float8) end) stored,
  pinned          boolean not null default false,
  reply_count     integer not null default 0 check (reply_count >= 0),   -- approved descendants
  address_hash    bytea,                    -- keyed hash of the IPv4 address or IPv6 /64; cleared after its retention time
  created_at      timestamptz not null,
  edited_at       timestamptz,
  check (path[cardinality(path)] = id and path[1] = root_id),
  check ((parent_id is null) = (cardinality(path) = 1))
);

-- What the public sees is one predicate, written once as a function and inlined into every query.
create function is_visible(status comment_status, reply_count integer) returns boolean
  language sql immutable parallel safe
  return status = 'approved' or reply_count > 0;

create index comments_roots on comments (thread_id, id)
  where parent_id is null and is_visible(status, reply_count);
create index comments_best on comments (thread_id, rank, id)
  where parent_id is null and is_visible(status, reply_count);
create index comments_branch on comments (root_id, path)
  where is_visible(status, reply_count);
create index comments_author on comments (author_id, id);
create index comments_parent on comments (parent_id) where parent_id is not null;
create index comments_address on comments (created_at) where address_hash is not null;
create index comments_held on comments (site_id, status, id) where status <> 'approved';

-- A retry with the same key finds the comment of the first try instead of making another.
create table idempotency_keys (
  site_id        text not null references sites,
  key_hash       bytea not null,            -- SHA-256 of the key: with the key one could make the guest's token
  request_digest bytea not null,            -- SHA-256 of what was asked; another digest is another request
  comment_id     bigint not null references comments,
  status         comment_status not null,   -- what the first answer said
  new_author     boolean not null,          -- whether the first answer brought a token
  created_at     timestamptz not null,
  primary key (site_id, key_hash)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- One row for each change of a comment, written by the statement that makes the change; nothing
-- updates it. Followers go by (xid, id) below the oldest running transaction.
create table events (
  id         bigint generated always as identity primary key,
  xid        xid8 not null default pg_current_xact_id(),
  site_id    text not null,
  thread_id  bigint not null,
  comment_id bigint,
  kind       text not null,
  actor      text not null,
  reason     text,
  at         timestamptz not null default now()
);
create index events_order on events (xid, id);

-- The counters. They move with the status, whatever statement changes it, once per thread and
-- statement. Whoever changes a status locks the thread before the comment (as CommentStore does), so
-- that two statements never wait for each other in a ring.
create type count_change as (thread_id bigint, path bigint[], change integer);

create function apply_count_changes(changes count_change[]) returns void language plpgsql as $$
begin
  perform from threads
    where id in (select c.thread_id from unnest(changes) c)
    order by id for no key update;

  update threads t set comment_count = t.comment_count + n.change
  from (select c.thread_id, sum(c.change) as change from unnest(changes) c group by c.thread_id) n
  where t.id = n.thread_id and n.change <> 0;

  update comments t set reply_count = t.reply_count + n.change
  from (
    select ancestor, sum(c.change) as change
    from unnest(changes) c, unnest(trim_array(c.path, 1)) ancestor
    group by ancestor
  ) n
  where t.id = n.ancestor and n.change <> 0;
end $$;

create function count_inserted_comments() returns trigger language plpgsql as $$
declare
  changes count_change[] := array(
    select row(thread_id, path, 1)::count_change from added where status = 'approved');
begin
  if changes <> '{}' then
    perform apply_count_changes(changes);
  end if;
  return null;
end $$;

create function count_changed_comments() returns trigger language plpgsql as $$
declare
  changes count_change[] := array(
    select row(a.thread_id, a.path, (a.status = 'approved')::int - (b.status = 'approved')::int)::count_change
    from after_update a join before_update b using (id)
    where (a.status = 'approved') <> (b.status = 'approved'));
begin
  if changes <> '{}' then
    perform apply_count_changes(changes);
  end if;
  return null;
end $$;

create trigger count_inserted after insert on comments
  referencing new table as added
  for each statement execute function count_inserted_comments();

-- The counters' own updates of comments do not come back here.
create trigger count_changed after update on comments
  referencing old table as before_update new table as after_update
  for each statement when (pg_trigger_depth() = 0) execute function count_changed_comments();
