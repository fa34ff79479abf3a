-- By which rules a comment's search was made: 0 is unknown, and comment/Reindex makes it anew.
alter table comments add column search_version smallint not null default 0;
create index comments_unsearched on comments (id) where search_version < 1;
