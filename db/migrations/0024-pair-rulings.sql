set local lock_timeout = '5s';

-- What coordinators settled about a pair before any plan: every plan keeps it until somebody releases it. The row stays, so
-- that its revision tells a page whether anybody decided since it was shown; the audit log has each step.
create table pair_rulings (
  school_id uuid not null,
  student_id uuid not null,
  listing_id uuid not null,
  ruling text not null check (ruling in ('locked', 'forbidden', 'released')),
  -- a lock that stands although the rules exclude the pair, by its reason
  overrides boolean not null default false,
  reason text not null default '',
  ruled_by uuid,
  ruled_at timestamptz not null,
  revision integer not null default 1,
  primary key (school_id, student_id, listing_id),
  check (not overrides or (ruling = 'locked' and reason <> '')),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
  foreign key (school_id, listing_id) references listings (school_id, id),
  foreign key (school_id, ruled_by) references people (school_id, id) on delete set null (ruled_by)
);
create unique index one_lock_of_student on pair_rulings (school_id, student_id) where ruling = 'locked';
create index pair_rulings_by_listing on pair_rulings (school_id, listing_id);
comment on table pair_rulings is 'scope: school; retention: with the student; erasure: row deleted with the student';
call app.wall_by_school('pair_rulings');

-- Listings that plans leave out, while students go on seeing them.
create table plan_pauses (
  school_id uuid not null,
  listing_id uuid not null,
  reason text not null default '',
  paused_by uuid,
  paused_at timestamptz not null,
  primary key (school_id, listing_id),
  foreign key (school_id, listing_id) references listings (school_id, id),
  foreign key (school_id, paused_by) references people (school_id, id) on delete set null (paused_by)
);
comment on table plan_pauses is 'scope: school; retention: until it is ended; erasure: holds no personal data';
call app.wall_by_school('plan_pauses');

-- A pair that stands by a coordinator's reason alone has no score.
alter table matches alter column score drop not null;
alter table matches alter column for_student drop not null;
alter table matches alter column for_placement drop not null;

-- What a coordinator filters the board by, as the run saw it.
alter table matches add column flags text[] not null default '{}'
  check (flags <@ array['low_fit', 'long_travel', 'first_time_mentor', 'changed']);
