-- The moderators' page: more ways to look for comments. Which class writes which column: README.md.

-- Whether a rendered body has a link; text that was typed has no < left.
create function has_link(body_html text) returns boolean
  language sql immutable parallel safe
  return strpos(body_html, '<a ') > 0;

create index comments_with_link on comments (site_id, status, id) where has_link(body_html);
create index comments_with_link_of_thread on comments (thread_id, status, id)
  where has_link(body_html);

-- What comments are looked up by that a screen has something against: the names of the screens, each
-- with site and status, so that a look-up reads nothing of other sites and tabs.
create function reason_keys(site text, status comment_status, held_for text[]) returns text[]
  language sql immutable parallel safe
  return array(
    select site || ' ' || status::text || ' ' || split_part(reason, ':', 1)
    from unnest(held_for) reason);

create index comments_held_for on comments using gin (reason_keys(site_id, status, held_for))
  where held_for <> '{}';

-- What somebody of a team did is told to the others with their name.
alter table events add column actor_name text;

-- Which comment whom of a team has open. It is worth a minute: a crash may lose it.
create unlogged table looking (
  site_id    text not null references sites on delete cascade,
  actor      text not null,                  -- as the log calls them
  name       text not null,
  comment_id bigint not null,
  at         timestamptz not null,
  primary key (site_id, actor)
);
