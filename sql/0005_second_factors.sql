-- What an account proves itself by beside its password, or instead of it. Which class writes which
-- column: README.md.

-- The secret of an authenticator app and the codes for who has lost the device, in one row: whatever
-- uses a code changes that row, so no code is ever used twice.
create table second_factors (
  account_id bigint primary key references accounts,
  offered    bytea check (octet_length(offered) = 20),   -- shown, but no code of it has come yet
  offered_at timestamptz,
  secret     bytea check (octet_length(secret) = 20),    -- null: off
  last_step  bigint not null default 0,                  -- of the newest code taken; it and older ones are dead
  recovery   bytea[] not null default '{}',              -- keyed hashes of the codes that are left
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
  hash       bytea primary key,                          -- SHA-256 of what the browser calls it by
  purpose    text not null check (purpose in ('sign-in', 'confirm', 'register')),
  account_id bigint references accounts,                 -- null where nobody is known yet
  challenge  text not null,
  expires_at timestamptz not null,
  check ((account_id is null) = (purpose = 'sign-in'))
);
create index ceremonies_age on ceremonies (expires_at);
