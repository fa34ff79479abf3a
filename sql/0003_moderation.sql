-- Moderation: who may not write, what readers report, what waits, what was decided and why. Which class
-- writes which column: README.md. Functions and triggers: R_functions.sql.

create table bans (
  id              bigint primary key,
  site_id         text not null references sites,
  author_id       bigint references authors,
  address_hash    bytea,                       -- keyed hash of an IPv4 address or IPv6 /64
  subnet_hash     bytea,                       -- keyed hash of an IPv4 /24 or IPv6 /48
  network         cidr,                        -- as a moderator typed it
  shadow          boolean not null,
  reason          text not null,
  until           timestamptz,                 -- null: for good
  created_by      text not null,
  created_by_name text,                        -- as they were called then; null: not known
  created_at      timestamptz not null,
  lifted_by       text,
  lifted_by_name  text,
  lifted_at       timestamptz,
  work            text check (work in ('remove', 'restore')),   -- what is still to be done to its comments
  removed         integer not null default 0,  -- how many comments it has removed and not given back
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

-- What a statement did to authors and totals; see R_functions.sql.
create type tally as (site_id text, author_id bigint, tab text, change integer);

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

-- Which comment each of a team has open. It is worth a minute: a crash may lose it.
create unlogged table looking (
  site_id    text not null references sites on delete cascade,
  actor      text not null,                    -- as the log calls them
  name       text not null,
  comment_id bigint not null,
  at         timestamptz not null,
  primary key (site_id, actor)
);
