-- The address of a thread's page is one on the origins of its site, or none: a post can name any,
-- and the team follows what stands there. `localhost` among them is any port of the machine itself.
update threads t set url = null, url_from = null
from sites s
where s.id = t.site_id and t.url is not null and not exists (
  select from unnest(s.origins) allowed(origin),
    lower(substring(t.url from '^[A-Za-z]+://[^/?#]+')) page(origin)
  where page.origin = allowed.origin
    or (allowed.origin = 'localhost'
      and page.origin ~ '^https?://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$'));
