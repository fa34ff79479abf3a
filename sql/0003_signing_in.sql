-- Signing in: passwords, sessions of browsers, and invitations to a team. Which class writes which
-- column: README.md.

alter table accounts add column password_hash text;   -- Argon2id as a PHC string; null without a password
alter table members add column last_seen_at timestamptz;   -- signed in, on this site; to the minute

create table sessions (
  id           bigint primary key,
  hash         bytea not null unique,        -- SHA-256 of the cookie's value, which is never stored
  account_id   bigint not null references accounts,
  browser      text,                         -- like "Firefox on Linux"; null when it does not say
  created_at   timestamptz not null,
  confirmed_at timestamptz not null,         -- when its holder last proved who they are
  last_used_at timestamptz not null,         -- to the minute
  expires_at   timestamptz not null
);
create index sessions_account on sessions (account_id, id);
create index sessions_age on sessions (expires_at);

-- One that was used is gone.
create table invitations (
  id         bigint primary key,
  hash       bytea not null unique,          -- SHA-256 of the token in the link
  site_id    text not null references sites,
  role       text not null check (role in ('moderator', 'owner')),
  account_id bigint references accounts,     -- the member whom alone it is for
  is_first   boolean not null default false, -- printed for a site that nobody owns yet
  created_by text not null,
  creator_id bigint references accounts,     -- with whose membership it ends; null for nobody's
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index invitations_site on invitations (site_id, id);
create index invitations_account on invitations (account_id) where account_id is not null;
create index invitations_age on invitations (expires_at);

-- Whether a site has an owner who can sign in.
create function has_owner(site text) returns boolean
  language sql stable parallel safe
  return exists (
    select from members m join accounts a on a.id = m.account_id
    where m.site_id = site and m.role = 'owner' and a.password_hash is not null);
