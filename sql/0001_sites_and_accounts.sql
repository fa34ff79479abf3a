-- Sites, the people who work on them, and the keys that the service makes for itself. Which class
-- writes which column: README.md. Functions and triggers: R_functions.sql.

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

-- People who can sign in. What they may do on a site is their membership. Two may have the same name; what
-- is typed to sign in, and by which commands find a member, belongs to one.
create table accounts (
  id            bigint primary key,
  name          text not null,
  sign_in_name  text unique,                   -- null for those who prove themselves otherwise
  created_at    timestamptz not null,
  password_hash text,                          -- Argon2id as a PHC string; null without a password
  check (password_hash is null or sign_in_name is not null)
);

create table members (
  site_id      text not null references sites,
  account_id   bigint not null references accounts,
  role         text not null check (role in ('moderator', 'owner')),
  created_at   timestamptz not null,
  last_seen_at timestamptz,                    -- signed in, on this site; to the minute
  primary key (site_id, account_id)
);
