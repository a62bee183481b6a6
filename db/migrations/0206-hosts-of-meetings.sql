set local lock_timeout = '5s';

-- The host name that the calendar entry of a meeting goes by: a change reaches the entry that is there, also after the product has moved
-- to another address, as for visits (migration 0195). Null where nothing was told since: the first change keeps it.
alter table meetings add column entry_host text;
