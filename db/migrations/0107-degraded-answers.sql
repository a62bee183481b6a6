set local lock_timeout = '5s';

-- Why an engine is given a rest, and how many answers the other one gave for it since when: an engine that fails every other
-- time is never given a rest, and still has to be seen.
alter table search_engines
  add column resting_because text not null default '',
  add column degraded_since timestamptz,
  add column degraded_answers integer not null default 0,
  add column degraded_because text not null default '';
comment on table search_engines is 'scope: none by policy (names, versions and counts of answers of engines only); retention: while the engine is used; erasure: holds no personal data';
