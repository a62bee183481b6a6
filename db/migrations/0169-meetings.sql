set local lock_timeout = '5s';

-- The next talk of a student with their advisor: when and where, and whether the family is asked to come.
create table meetings (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  student_id uuid not null,
  -- who of the staff meets the student
  with_id uuid not null,
  state text not null default 'planned' check (state in ('planned', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null check (length(place) between 1 and 300),
  family_asked boolean not null,
  -- how often it has changed
  sequence integer not null default 0 check (sequence >= 0),
  created_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
  foreign key (school_id, with_id) references people (school_id, id) on delete cascade
);
create index meetings_of_students on meetings (school_id, student_id, ends_at);
comment on table meetings is 'scope: school; retention: 1 year after it; erasure: row deleted with the student';
call app.wall_by_school('meetings');
