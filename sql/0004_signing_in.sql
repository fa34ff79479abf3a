-- What people and programs prove themselves by. Which class writes which column: README.md. Functions
-- and triggers: R_functions.sql.

-- A member's own token, which may do what the member may, or one for programs, with a scope.
create table api_tokens (
  id           bigint primary key,
  hash         bytea not null unique,          -- SHA-256 of the token; the token itself is never stored
  site_id      text not null references sites,
  account_id   bigint references accounts,     -- whose own it is; null for a program's
  name         text not null,
  scopes       text[],                         -- null for a member's own
  created_by   text not null,
  created_at   timestamptz not null,
  last_used_at timestamptz,                    -- to the minute
  revoked_at   timestamptz,
  check ((account_id is null) = (scopes is not null))
);
create index api_tokens_site on api_tokens (site_id, id);

create table sessions (
  id           bigint primary key,
  hash         bytea not null unique,          -- SHA-256 of the cookie's value, which is never stored
  account_id   bigint not null references accounts,
  browser      text,                           -- like "Firefox on Linux"; null when it does not say
  created_at   timestamptz not null,
  confirmed_at timestamptz not null,           -- when its holder last proved who they are
  last_used_at timestamptz not null,           -- to the minute
  expires_at   timestamptz not null
);
create index sessions_account on sessions (account_id, id);
create index sessions_age on sessions (expires_at);

-- Links into a team. One that was used is gone.
create table invitations (
  id         bigint primary key,
  hash       bytea not null unique,            -- SHA-256 of the token in the link
  site_id    text not null references sites,
  role       text not null check (role in ('moderator', 'owner')),
  account_id bigint references accounts,       -- the only member it is for; null for anybody
  is_first   boolean not null default false,   -- printed for a site that nobody owns yet
  created_by text not null,
  creator_id bigint references accounts,       -- with whose membership it ends; null for nobody's
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index invitations_site on invitations (site_id, id);
create index invitations_age on invitations (expires_at);

-- The secret of an authenticator app and the codes for when it is lost, in one row: whatever uses a code
-- changes that row, so no code is ever used twice. A sealed secret has 49 bytes: a version, a nonce and
-- a tag more (secret/Seal).
create table second_factors (
  account_id bigint primary key references accounts,
  offered    bytea check (octet_length(offered) in (20, 49)),   -- shown, but no code of it has come yet
  offered_at timestamptz,
  secret     bytea check (octet_length(secret) in (20, 49)),    -- null: off
  last_step  bigint not null default 0,                         -- of the newest code taken; it and older ones are dead
  recovery   bytea[] not null default '{}',                     -- keyed hashes of the codes that are left
  check ((offered is null) = (offered_at is null)),
  check (secret is not null or recovery = '{}')
);
create index second_factors_offered on second_factors (offered_at) where offered_at is not null;

create table passkeys (
  id            bigint primary key,
  account_id    bigint not null references accounts,
  name          text not null,
  credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
  public_key    bytea not null,                          -- a COSE key
  aaguid        uuid not null,                           -- the make of the authenticator; zeros when it does not say
  sign_count    bigint not null check (sign_count >= 0), -- never goes back; 0 for those that do not count
  created_at    timestamptz not null,
  last_used_at  timestamptz
);
create index passkeys_account on passkeys (account_id, id);

-- What browsers were asked to sign and have not answered. The answer takes the row away.
create table ceremonies (
  hash       bytea primary key,                -- SHA-256 of what the browser calls it by
  purpose    text not null check (purpose in ('sign-in', 'confirm', 'register')),
  account_id bigint references accounts,       -- null where nobody is known yet
  challenge  text not null,
  expires_at timestamptz not null,
  check ((account_id is null) = (purpose = 'sign-in'))
);
create index ceremonies_age on ceremonies (expires_at);
