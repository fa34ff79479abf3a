-- The comment that brought a thread's url or title, which are public while that comment is; null when
-- nothing was brought, or by whom is not known.
alter table threads
  add column url_from   bigint,
  add column title_from bigint;

-- In a thread without anything public it can only have been one that is not.
update threads t set
  url_from = case when t.url is not null then c.first end,
  title_from = case when t.title is not null then c.first end
from (
  select x.id, (select min(c.id) from comments c where c.thread_id = x.id) as first
  from threads x
  where x.comment_count = 0 and (x.url is not null or x.title is not null)
) c
where t.id = c.id;
