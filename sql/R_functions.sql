-- The functions and triggers of the schema, each once. The whole file runs when it has changed, in one
-- transaction, so everything in it replaces what is there. What tables and indexes are made of stands
-- with them instead (0002).

-- The thread that a key names, by itself or as an alias; null when there is none.
create or replace function find_thread(site text, thread_key text) returns bigint
  language sql stable parallel safe
  return coalesce(
    (select t.id from threads t where t.site_id = site and t.key = thread_key),
    (select a.thread_id from thread_aliases a where a.site_id = site and a.key = thread_key));

-- The thread that a key names, and those that were merged into it.
create or replace function threads_of(site text, thread_key text) returns bigint[]
  language sql stable parallel safe
  return array(
    select find_thread(site, thread_key)
    union all
    select a.former_thread from thread_aliases a
    where a.thread_id = find_thread(site, thread_key) and a.former_thread is not null);

-- Every key a thread answers to.
create or replace function keys_of_thread(thread bigint) returns text[]
  language sql stable parallel safe
  return array(
    select t.key from threads t where t.id = thread
    union all
    select a.key from thread_aliases a where a.thread_id = thread);

-- Closed by hand, or by its age when the site closes threads after so many days (0: never).
create or replace function is_closed(
    closed_at timestamptz, open_since timestamptz, close_after_days integer) returns boolean
  language sql stable parallel safe
  return closed_at is not null
    or (close_after_days > 0 and open_since < now() - make_interval(days => close_after_days));

-- Whether a ban holds now: by the clock of the database, so that all nodes and all statements agree.
create or replace function is_in_force(lifted_at timestamptz, until timestamptz) returns boolean
  language sql stable parallel safe
  return lifted_at is null and (until is null or until > now());

-- The bans in force against an author or a place: by their hashes, or by a block around the address. What
-- is null is met by none. Each part has an index; a ban has one target, so none comes twice.
create or replace function bans_against(
    site text, author bigint, address bytea, subnet bytea, place inet)
  returns table (shadow boolean, reason text, until timestamptz)
  language sql stable parallel safe
begin atomic
  select b.shadow, b.reason, b.until from bans b
  where b.author_id = author and b.site_id = site and is_in_force(b.lifted_at, b.until)
  union all
  select b.shadow, b.reason, b.until from bans b
  where b.address_hash = address and b.site_id = site and is_in_force(b.lifted_at, b.until)
  union all
  select b.shadow, b.reason, b.until from bans b
  where b.subnet_hash = subnet and b.site_id = site and is_in_force(b.lifted_at, b.until)
  union all
  select b.shadow, b.reason, b.until from bans b
  where b.network >>= place and b.site_id = site and is_in_force(b.lifted_at, b.until);
end;

-- Whether the url or title that one comment says of its page takes the place of what stands there: when
-- nothing does, or when what does is by a comment that nobody sees, unless both wait. What is by no
-- comment that is known is as by one that is public.
create or replace function takes_place(
    said text, said_by comment_status, standing text, standing_by comment_status) returns boolean
  language sql immutable parallel safe
  return said is not null and (standing is null
    or (coalesce(standing_by, 'approved') <> 'approved'
      and (coalesce(said_by, 'approved') = 'approved' or standing_by <> 'pending')));

-- Whether a site has an owner who can sign in.
create or replace function has_owner(site text) returns boolean
  language sql stable parallel safe
  return exists (
    select from members m join accounts a on a.id = m.account_id
    where m.site_id = site and m.role = 'owner' and a.password_hash is not null);

-- The counters. They move with the status, whatever statement changes it, once per thread and
-- statement. A statement that changes a status locks the thread before the comment (as CommentStore does), so
-- that two statements never wait for each other in a ring. A single new comment, which is what comes
-- most, is spared the steps that it does not need: a hot thread's posts wait for each other here.
create or replace function apply_count_changes(changes count_change[]) returns void
  language plpgsql as $$
begin
  if cardinality(changes) > 1 then
    perform from threads
      where id in (select c.thread_id from unnest(changes) c)
      order by id for no key update;
  end if;

  update threads t set comment_count = t.comment_count + n.change
  from (select c.thread_id, sum(c.change) as change from unnest(changes) c group by c.thread_id) n
  where t.id = n.thread_id and n.change <> 0;

  if cardinality(changes) > 1 or cardinality((changes[1]).path) > 1 then
    update comments t set reply_count = t.reply_count + n.change
    from (
      select ancestor, sum(c.change) as change
      from unnest(changes) c, unnest(trim_array(c.path, 1)) ancestor
      group by ancestor
    ) n
    where t.id = n.ancestor and n.change <> 0;
  end if;
end $$;

create or replace function count_inserted_comments() returns trigger language plpgsql as $$
declare
  changes count_change[] := array(
    select row(thread_id, path, 1)::count_change from added where status = 'approved');
begin
  if changes <> '{}' then
    perform apply_count_changes(changes);
  end if;
  return null;
end $$;

-- A comment that moves to another thread takes its count along.
create or replace function count_changed_comments() returns trigger language plpgsql as $$
declare
  changes count_change[] := array(
    select row(c.thread_id, c.path, c.change)::count_change
    from (
      select a.id, a.thread_id, a.path, 1 as change from after_update a where a.status = 'approved'
      union all
      select b.id, b.thread_id, b.path, -1 from before_update b where b.status = 'approved'
    ) c
      join after_update a using (id)
      join before_update b using (id)
    where (a.status = 'approved') <> (b.status = 'approved') or a.thread_id <> b.thread_id);
begin
  if changes <> '{}' then
    perform apply_count_changes(changes);
  end if;
  return null;
end $$;

-- What each statement did to comments, told to authors and totals. Locks come in one order
-- everywhere: threads, comments, the head of the log, authors, totals.
create or replace function apply_tallies(tallies tally[]) returns void language plpgsql as $$
begin
  if cardinality(tallies) > 1 then
    perform from authors
      where id in (select t.author_id from unnest(tallies) t where t.tab <> 'flagged')
      order by id for no key update;
  end if;

  update authors a set
    approved_count = a.approved_count + n.approved,
    pending_count = a.pending_count + n.pending,
    rejected_count = a.rejected_count + n.rejected,
    spam_count = a.spam_count + n.spam,
    deleted_count = a.deleted_count + n.deleted
  from (
    select t.author_id,
      coalesce(sum(t.change) filter (where t.tab = 'approved'), 0) as approved,
      coalesce(sum(t.change) filter (where t.tab = 'pending'), 0) as pending,
      coalesce(sum(t.change) filter (where t.tab = 'rejected'), 0) as rejected,
      coalesce(sum(t.change) filter (where t.tab = 'spam'), 0) as spam,
      coalesce(sum(t.change) filter (where t.tab = 'deleted'), 0) as deleted
    from unnest(tallies) t
    where t.tab <> 'flagged'
    group by t.author_id
  ) n
  where a.id = n.author_id;

  insert into queue_totals as q (site_id, tab, shard, count)
  select t.site_id, t.tab, pg_backend_pid() % 16, sum(t.change)
  from unnest(tallies) t
  group by t.site_id, t.tab
  having sum(t.change) <> 0
  order by t.site_id, t.tab
  on conflict (site_id, tab, shard) do update set count = q.count + excluded.count;
end $$;

create or replace function tally_inserted_comments() returns trigger language plpgsql as $$
begin
  perform apply_tallies(array(
    select row(site_id, author_id, status::text, count(*))::tally
    from added
    group by site_id, author_id, status));
  return null;
end $$;

create or replace function tally_changed_comments() returns trigger language plpgsql as $$
declare
  tallies tally[] := array(
    select row(c.site_id, c.author_id, c.tab, sum(c.change))::tally
    from (
      select a.site_id, a.author_id, a.status::text as tab, 1 as change
      from after_update a join before_update b using (id) where a.status <> b.status
      union all
      select b.site_id, b.author_id, b.status::text, -1
      from after_update a join before_update b using (id) where a.status <> b.status
      union all
      select a.site_id, null, 'flagged', a.is_flagged::int - b.is_flagged::int
      from after_update a join before_update b using (id)
      where a.is_flagged <> b.is_flagged
    ) c
    group by c.site_id, c.author_id, c.tab);
begin
  if tallies <> '{}' then
    perform apply_tallies(tallies);
  end if;
  return null;
end $$;

-- Triggers fire in the order of their names: counters before tallies.
create or replace trigger count_inserted after insert on comments
  referencing new table as added
  for each statement execute function count_inserted_comments();

create or replace trigger tally_inserted after insert on comments
  referencing new table as added
  for each statement execute function tally_inserted_comments();

-- The counters' own updates of comments do not come back here. Nor would a status that another trigger
-- changed: it would not be counted, so no trigger may change one.
create or replace trigger count_changed after update on comments
  referencing old table as before_update new table as after_update
  for each statement when (pg_trigger_depth() = 0) execute function count_changed_comments();

create or replace trigger tally_changed after update on comments
  referencing old table as before_update new table as after_update
  for each statement when (pg_trigger_depth() = 0) execute function tally_changed_comments();

-- The moderation log. Entries that are there were hashed like this: to change it breaks their chain.
create or replace function log_hash(previous bytea, entry moderation_log) returns bytea
  language sql immutable parallel safe
  return sha256(previous || convert_to(jsonb_build_array(
    entry.site_id, entry.seq, (extract(epoch from entry.at) * 1000)::bigint, entry.actor,
    entry.actor_name, entry.action, entry.comment_id, entry.thread_id, entry.author_id,
    entry.ban_id, entry.reason, entry.before, entry.after)::text, 'UTF8'));

-- Runs as the role that made the schema, so that the role of the service needs no right to change a head.
-- That role may make temporary tables: they are looked for last, or one of them would pass for log_heads.
select set_config('search_path', current_setting('search_path') || ', pg_temp', true);
create or replace function chain_log_entry() returns trigger language plpgsql
  security definer set search_path from current as $$
declare
  head log_heads;
begin
  insert into log_heads (site_id, seq, at, hash) values (new.site_id, 0, '-infinity', '')
    on conflict do nothing;
  select * into head from log_heads where site_id = new.site_id for update;
  new.seq := head.seq + 1;
  new.at := greatest(date_trunc('milliseconds', clock_timestamp()), head.at);
  new.hash := log_hash(head.hash, new);
  update log_heads set seq = new.seq, at = new.at, hash = new.hash where site_id = new.site_id;
  return new;
end $$;

create or replace trigger chain before insert on moderation_log
  for each row execute function chain_log_entry();

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the moderation log is only ever added to' using errcode = 'insufficient_privilege';
end $$;

create or replace trigger append_only before update or delete or truncate on moderation_log
  for each statement execute function refuse_change();
