set local lock_timeout = '5s';

create table people (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  full_name text not null check (length(full_name) between 1 and 200),
  name_used text not null check (length(name_used) between 1 and 100),
  name_used_for text not null default 'everyone' check (name_used_for in ('everyone', 'staff')),
  pronunciation text not null default '',
  pronouns text not null default '',
  language text not null default 'en',
  born_on date,
  created_at timestamptz not null default now(),
  left_on date,
  primary key (school_id, id)
);
comment on table people is 'scope: school; retention: 5 years after leaving; erasure: names overwritten, row kept for the audit trail';
call app.wall_by_school('people');

create table contact_points (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  kind text not null check (kind in ('mail', 'sms', 'phone', 'post')),
  value text not null,
  verified_at timestamptz,
  preferred boolean not null default false,
  shared boolean not null default false,
  undeliverable_at timestamptz,
  primary key (school_id, id),
  unique (school_id, person_id, kind, value),
  foreign key (school_id, person_id) references people (school_id, id) on delete cascade
);
comment on table contact_points is 'scope: school; retention: 1 year after leaving; erasure: row deleted';
call app.wall_by_school('contact_points');

create table students (
  school_id uuid not null references schools,
  id uuid not null,
  grade smallint not null check (grade between 1 and 13),
  area_id uuid references areas,
  directory_opt_out boolean not null default false,
  seeking boolean not null default true,
  weekdays smallint[] not null default '{}',
  travel_limit_minutes integer check (travel_limit_minutes between 5 and 240),
  languages text[] not null default '{en}',
  goals text not null default '',
  search_key uuid not null unique default gen_random_uuid(),
  entered_on date not null default current_date,
  primary key (school_id, id),
  foreign key (school_id, id) references people (school_id, id) on delete cascade
);
comment on table students is 'scope: school; retention: 5 years after leaving; erasure: row deleted';
call app.wall_by_school('students');

-- strength 1 curious, 2 keen, 3 committed; a dislike is the same with liked = false.
create table student_interests (
  school_id uuid not null references schools,
  student_id uuid not null,
  interest_id text not null,
  strength smallint not null default 2 check (strength between 1 and 3),
  liked boolean not null default true,
  updated_at timestamptz not null default now(),
  primary key (school_id, student_id, interest_id),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade
);
comment on table student_interests is 'scope: school; retention: with the student; erasure: row deleted';
call app.wall_by_school('student_interests');

create table guardian_links (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  student_id uuid not null,
  guardian_id uuid not null,
  relationship text not null,
  legal_basis text not null check (legal_basis in ('parent', 'guardian', 'foster_or_agency', 'education_rights_holder')),
  may_consent boolean not null default true,
  may_see_records boolean not null default true,
  may_know_whereabouts boolean not null default true,
  call_order smallint not null default 1,
  from_on date not null default current_date,
  to_on date,
  primary key (school_id, id),
  unique (school_id, student_id, guardian_id),
  check (student_id <> guardian_id),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
  foreign key (school_id, guardian_id) references people (school_id, id) on delete cascade
);
create index guardian_links_by_guardian on guardian_links (school_id, guardian_id);
comment on table guardian_links is 'scope: school; retention: with the student; erasure: row deleted';
call app.wall_by_school('guardian_links');

-- The code a school hands to a guardian in person; signing asks for it beside the mailed link.
create table guardian_codes (
  school_id uuid not null references schools,
  guardian_id uuid not null,
  code_mac bytea not null,
  issued_at timestamptz not null default now(),
  issued_by uuid,
  attempts smallint not null default 0,
  primary key (school_id, guardian_id),
  foreign key (school_id, guardian_id) references people (school_id, id) on delete cascade
);
comment on table guardian_codes is 'scope: school; retention: until replaced; erasure: row deleted';
call app.wall_by_school('guardian_codes');

create table advisories (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  name text not null,
  advisor_id uuid not null,
  primary key (school_id, id),
  foreign key (school_id, advisor_id) references people (school_id, id)
);
comment on table advisories is 'scope: school; retention: 5 years; erasure: advisor reference is staff data';
call app.wall_by_school('advisories');

create table advisory_members (
  school_id uuid not null references schools,
  advisory_id uuid not null,
  student_id uuid not null,
  from_on date not null default current_date,
  to_on date,
  primary key (school_id, advisory_id, student_id, from_on),
  foreign key (school_id, advisory_id) references advisories (school_id, id),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade
);
create unique index one_advisory_at_a_time on advisory_members (school_id, student_id) where to_on is null;
comment on table advisory_members is 'scope: school; retention: with the student; erasure: row deleted';
call app.wall_by_school('advisory_members');

create table advisory_covers (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  advisory_id uuid not null,
  cover_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  primary key (school_id, id),
  foreign key (school_id, advisory_id) references advisories (school_id, id),
  foreign key (school_id, cover_id) references people (school_id, id)
);
comment on table advisory_covers is 'scope: school; retention: 5 years; erasure: staff data';
call app.wall_by_school('advisory_covers');
