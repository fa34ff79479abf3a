-- Threads, comments, their authors, and what follows from a comment. Which class writes which column:
-- README.md. Functions and triggers: R_functions.sql.

-- Who writes: guests, and accounts, which are the same author of a site each time.
create table authors (
  id             bigint primary key,
  site_id        text not null references sites,
  kind           text not null check (kind in ('guest', 'account')),
  name           text not null,
  created_at     timestamptz not null,
  account_id     bigint references accounts,
  approved_count integer not null default 0 check (approved_count >= 0),
  pending_count  integer not null default 0 check (pending_count >= 0),
  rejected_count integer not null default 0 check (rejected_count >= 0),
  spam_count     integer not null default 0 check (spam_count >= 0),
  deleted_count  integer not null default 0 check (deleted_count >= 0)
);
create unique index authors_account on authors (site_id, account_id) where account_id is not null;

-- An e-mail is personal data apart from content: in a table of its own, never joined by a public query.
create table author_emails (
  author_id bigint primary key references authors on delete cascade,
  email     text not null
);

-- By which a guest is known again.
create table tokens (
  hash       bytea primary key,                -- SHA-256 of the token; the token itself is never stored
  author_id  bigint not null references authors on delete cascade,
  site_id    text not null references sites,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index tokens_author on tokens (author_id);
create index tokens_age on tokens (expires_at);

create table threads (
  id                bigint primary key,
  site_id           text not null references sites,
  key               text not null,
  url               text,
  url_from          bigint,                    -- the comment that brought it, which is public while that is;
  title             text,                      --   null when no comment brought it, or which one is unknown
  title_from        bigint,
  comment_count     integer not null default 0 check (comment_count >= 0),   -- approved comments
  created_at        timestamptz not null,
  open_since        timestamptz not null,      -- made or last reopened: the age for closing counts from here
  closed_at         timestamptz,
  premoderated      boolean not null default false,
  slow_mode_seconds integer not null default 0 check (slow_mode_seconds between 0 and 86400),
  unique (site_id, key)
);
create index threads_site on threads (site_id, id);

-- Keys that a thread had before it was renamed or merged into another.
create table thread_aliases (
  site_id       text not null references sites,
  key           text not null,
  thread_id     bigint not null references threads,
  former_thread bigint,                        -- the id of a merged thread, by which the log still knows it
  primary key (site_id, key)
);
create index thread_aliases_thread on thread_aliases (thread_id);
create index thread_aliases_former on thread_aliases (former_thread) where former_thread is not null;

create type comment_status as enum ('pending', 'approved', 'rejected', 'spam', 'deleted');

-- These three functions stand here and not in R_functions.sql because columns and indexes of the table
-- below are made of what they answer. To change one is to make those again: a migration of its own.

-- What the public sees: approved, or a placeholder above approved replies. Queries ask it as is_public.
create function is_visible(status comment_status, reply_count integer) returns boolean
  language sql immutable parallel safe
  return status = 'approved' or reply_count > 0;

-- Whether a rendered body has a link; text that was typed has no < left.
create function has_link(body_html text) returns boolean
  language sql immutable parallel safe
  return strpos(body_html, '<a ') > 0;

-- What comments are looked up by that a screen has something against: the names of the screens, each
-- with site and status, so that a look-up reads nothing of other sites and tabs.
create function reason_keys(site text, status comment_status, held_for text[]) returns text[]
  language sql immutable parallel safe
  return array(
    select site || ' ' || status::text || ' ' || split_part(reason, ':', 1)
    from unnest(held_for) reason);

create table comments (
  id              bigint primary key,          -- time-sortable: id order is time order
  site_id         text not null references sites,
  thread_id       bigint not null references threads,
  parent_id       bigint references comments,
  root_id         bigint not null,
  path            bigint[] not null,           -- ids of the ancestors, root first, then its own
  depth           smallint not null generated always as ((cardinality(path) - 1)::smallint) stored
                  check (depth between 0 and 100),
  author_id       bigint not null references authors,
  author_name     text not null,               -- as it was when this comment was written
  author_kind     text not null,
  body            text not null,               -- what the author typed; never sent as HTML
  body_html       text not null,               -- rendered by text/Markup; the only HTML we serve
  markup_version  smallint not null,
  status          comment_status not null,
  shadowed        boolean not null default false,   -- not public, and its author does not know
  held_for        text[] not null default '{}',
  ban_id          bigint,                      -- the ban that removed it, until somebody decides otherwise
  pinned          boolean not null default false,
  reply_count     integer not null default 0 check (reply_count >= 0),   -- approved descendants
  is_public       boolean not null generated always as (is_visible(status, reply_count)) stored,
  flag_count      integer not null default 0 check (flag_count >= 0),    -- flags nobody has settled
  is_flagged      boolean not null generated always as (flag_count > 0) stored,
  address_hash    bytea,                       -- keyed hash of the IPv4 address or IPv6 /64
  subnet_hash     bytea,                       -- of the IPv4 /24 or IPv6 /48; both are cleared after 30 days
  body_digest     bytea,                       -- of the text without case and spacing: equal texts are repeats
  minhash         bigint,                      -- of its words; null for a text too short to mean it
  created_at      timestamptz not null,
  edited_at       timestamptz,
  check (path[cardinality(path)] = id and path[1] = root_id),
  check ((parent_id is null) = (cardinality(path) = 1)),
  check (not (shadowed and status = 'approved'))
) with (fillfactor = 70);

-- No index reads a counter, in a column or in its condition: is_public and is_flagged change with the first
-- reply and the first flag only. So PostgreSQL updates counters in place (HOT), without new entries in any
-- index, while there is room on the page.

-- For readers.
create index comments_roots on comments (thread_id, id)
  where parent_id is null and is_public;
create index comments_branch on comments (root_id, path)
  where is_public;
create index comments_pinned on comments (thread_id, id) where pinned;

-- For what is asked before a comment is taken.
create index comments_author on comments (author_id, id);
create index comments_links_of_author on comments (author_id, id) where has_link(body_html);
create index comments_of_address on comments (site_id, address_hash, id) where address_hash is not null;
create index comments_repeats on comments (site_id, body_digest, id) where body_digest is not null;
create index comments_nearly on comments (site_id, id) include (minhash) where minhash is not null;

-- For the team.
create index comments_queue on comments (site_id, status, id);
create index comments_of_thread on comments (thread_id, status, id);
create index comments_flagged on comments (site_id, id) where is_flagged;
create index comments_with_link on comments (site_id, status, id) where has_link(body_html);
create index comments_with_link_of_thread on comments (thread_id, status, id)
  where has_link(body_html);
create index comments_held_for on comments using gin (reason_keys(site_id, status, held_for))
  where held_for <> '{}';
create index comments_of_subnet on comments (site_id, subnet_hash, id) where subnet_hash is not null;
create index comments_banned on comments (ban_id, id) where ban_id is not null;

-- For the work in the background.
create index comments_address on comments (created_at) where address_hash is not null;

-- By which words a comment is found, apart from it: an update of the comment does not carry them along.
create table comment_search (
  comment_id bigint primary key references comments,
  site_id    text not null,                    -- a look-up passes by what other sites have
  words      tsvector not null,                -- of the body and the name, made by text/SearchText
  version    smallint not null default 0       -- of SearchText; upkeep/Reindex brings older ones up to date
);
create index comment_search_words on comment_search using gin (words);
create index comment_search_old on comment_search (comment_id) where version < 1;

-- What votes make of a comment, apart from it: a vote leaves the comment alone. A comment has a row from
-- its first vote on; one without is as one with 0. Nothing votes yet.
create table comment_scores (
  comment_id bigint primary key references comments,
  thread_id  bigint not null references threads,
  is_root    boolean not null,
  upvotes    integer not null default 0 check (upvotes >= 0),
  downvotes  integer not null default 0 check (downvotes >= 0),
  score      integer not null generated always as (upvotes - downvotes) stored,
  -- Wilson score interval, lower bound at 95 % (z = 1.96): E. B. Wilson, 1927. 0 without votes.
  rank       double precision not null generated always as (
    case when upvotes + downvotes = 0 then 0 else
      (upvotes + 1.9208::float8 - 1.96::float8
        * sqrt(upvotes::float8 * downvotes / (upvotes + downvotes) + 0.9604::float8))
      / (upvotes + downvotes + 3.8416::float8) end) stored
);
create index comment_scores_best on comment_scores (thread_id, rank, comment_id) where is_root;

-- What a statement did to the counters; see R_functions.sql.
create type count_change as (thread_id bigint, path bigint[], change integer);

-- A retry with the same key finds the comment of the first try instead of making another.
create table idempotency_keys (
  site_id        text not null references sites,
  key_hash       bytea not null,               -- SHA-256 of the key: with the key one could make the guest's token
  request_digest bytea not null,               -- SHA-256 of what was asked; another digest is another request
  comment_id     bigint not null references comments,
  status         comment_status not null,      -- what the first answer said
  new_author     boolean not null,             -- whether the first answer brought a token
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
  actor_name text,                             -- of one of the team: the others are told
  reason     text,
  at         timestamptz not null default now()
);
create index events_order on events (xid, id);
create index events_age on events (at);

-- How far each follower has read that must see every event once, whatever restarts: everything up to
-- (xid, id), in that order. The row is locked while one node reads on.
create table followers (
  name     text primary key,
  xid      xid8 not null,
  id       bigint not null,
  moved_at timestamptz not null default now()
);
