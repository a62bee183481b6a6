set local lock_timeout = '5s';

-- Who of staff noted a wish for a student without a screen; null where the student saved it.
alter table wishes add column recorded_by uuid;
alter table wishes add constraint wishes_recorded_by_fkey
  foreign key (school_id, recorded_by) references people (school_id, id) on delete set null (recorded_by) not valid;
alter table wishes validate constraint wishes_recorded_by_fkey;
