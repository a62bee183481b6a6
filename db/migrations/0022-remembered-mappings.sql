set local lock_timeout = '5s';

-- Whether the mapping an upload begins with is the one the school chose for the last file with the same columns.
alter table imports add column mapping_remembered boolean not null default false;
