set local lock_timeout = '5s';

-- A version that is still serving while this one comes says no kind: what it takes in are opportunities.
alter table imports alter column kind set default 'placements';

-- Whoever said that a file comes in may be deleted before the file is.
alter table imports
  drop constraint imports_confirmed_by_fkey,
  add constraint imports_confirmed_by_fkey foreign key (school_id, confirmed_by) references people (school_id, id)
    on delete set null (confirmed_by);
