set local lock_timeout = '5s';

-- Who of the host has a visit in their calendar, how often that has become somebody else, and the host name that the entry goes by:
-- a change reaches the entry that is there, also after the product has moved to another address (docs/decisions/0141).
alter table visits
  add column told_mentor_id uuid,
  add column host_changes integer not null default 0,
  add column entry_host text;
