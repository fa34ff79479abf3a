-- A merged thread is known by its old id in the log: the alias that it leaves behind says which it was.
alter table thread_aliases add column former_thread bigint;
create index thread_aliases_former on thread_aliases (former_thread) where former_thread is not null;

-- The thread that a key names, and those that were merged into it.
create function threads_of(site text, thread_key text) returns bigint[]
  language sql stable parallel safe
  return array(
    select find_thread(site, thread_key)
    union all
    select a.former_thread from thread_aliases a
    where a.thread_id = find_thread(site, thread_key) and a.former_thread is not null);

-- What an author has linked to before.
create index comments_links_of_author on comments (author_id, id) where has_link(body_html);
