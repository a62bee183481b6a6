set local lock_timeout = '5s';

-- One time through the cards. The profile is worked out from the answers; the deck's version says to which cards they were given.
create table interest_sittings (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  student_id uuid not null,
  version integer not null check (version > 0),
  deck_version smallint not null,
  begun_at timestamptz not null,
  finished_at timestamptz,
  -- who else may read the profile: the student's choice, and taken back at any time
  for_advisor boolean not null default false,
  for_family boolean not null default false,
  primary key (school_id, id),
  unique (school_id, student_id, version),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade
);
comment on table interest_sittings is 'scope: school; retention: with the student; erasure: row deleted with the student';
call app.wall_by_school('interest_sittings');

create table interest_answers (
  school_id uuid not null,
  sitting_id uuid not null,
  step smallint not null check (step between 0 and 99),
  left_id text not null,
  right_id text not null check (right_id <> left_id),
  answer text not null check (answer in ('left', 'right', 'unsure', 'neither')),
  answered_at timestamptz not null,
  primary key (school_id, sitting_id, step),
  foreign key (school_id, sitting_id) references interest_sittings (school_id, id) on delete cascade
);
comment on table interest_answers is 'scope: school; retention: with the student; erasure: row deleted with the student';
call app.wall_by_school('interest_answers');
