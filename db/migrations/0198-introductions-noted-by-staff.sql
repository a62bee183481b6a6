set local lock_timeout = '5s';

-- Who of staff took an introduction down for a family; null where its proposer wrote it.
alter table introductions add column recorded_by uuid;
alter table introductions add constraint introductions_recorded_by_fkey
  foreign key (school_id, recorded_by) references people (school_id, id) on delete set null (recorded_by) not valid;
alter table introductions validate constraint introductions_recorded_by_fkey;
