set local lock_timeout = '5s';

-- What the rows of a file are about, and who said that they come in. A version that is still serving while this one comes says no
-- kind: what it takes in are opportunities.
alter table imports
  add column kind text not null default 'placements' check (kind in ('placements', 'students')),
  add column confirmed_by uuid,
  add constraint imports_confirmed_by_fkey foreign key (school_id, confirmed_by) references people (school_id, id)
    on delete set null (confirmed_by);
comment on table imports is 'scope: school; retention: 90 days; erasure: the file may name contacts of organisations, row deleted; of a file of people nothing is kept after the run but its refused rows';

-- A row becomes a placement or somebody of the school.
alter table import_rows
  add column person_id uuid,
  add constraint import_rows_person_fkey foreign key (school_id, person_id) references people (school_id, id) on delete cascade,
  drop constraint import_rows_check,
  add constraint import_rows_became check ((outcome = 'rejected') = (placement_id is null and person_id is null));
