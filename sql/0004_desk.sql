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
