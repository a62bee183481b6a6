set local lock_timeout = '5s';

-- One conversation about a pursuit: the student, the host's mentors of the placement, the school's staff, and guardians who join.
create table threads (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  pursuit_id uuid not null,
  opened_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, pursuit_id),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade
);
comment on table threads is 'scope: school; retention: with the pursuit; erasure: row deleted with the pursuit';
call app.wall_by_school('threads');
revoke update, delete on threads from app_scoped;

-- A seat is who wrote or may be written to. Who may read is asked anew each time: a seat alone opens nothing.
create table thread_members (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  thread_id uuid not null,
  role text not null check (role in ('student', 'mentor', 'guardian', 'staff')),
  person_id uuid,
  district_id uuid not null,
  mentor_id uuid,
  joined_at timestamptz not null,
  -- guardians come and go by themselves
  left_at timestamptz check (left_at is null or role = 'guardian'),
  primary key (school_id, id),
  unique (school_id, thread_id, id),
  unique (school_id, thread_id, person_id),
  unique (school_id, thread_id, mentor_id),
  check (case role when 'mentor' then mentor_id is not null and person_id is null else person_id is not null and mentor_id is null end),
  foreign key (school_id, thread_id) references threads (school_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (school_id, person_id) references people (school_id, id) on delete cascade,
  foreign key (district_id, mentor_id) references mentors (district_id, id) on delete cascade
);
comment on table thread_members is 'scope: school; retention: with the thread; erasure: row deleted with the person, and with it what they wrote';
call app.wall_by_school('thread_members');
revoke update, delete on thread_members from app_scoped;
grant update (joined_at, left_at) on thread_members to app_scoped;

-- What was written is never changed.
create table messages (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  thread_id uuid not null,
  member_id uuid not null,
  body text not null check (length(body) between 1 and 2000),
  -- BCP 47; unknown where nobody said it
  language text,
  via text not null check (via in ('page', 'mail')),
  -- the random number of a form, or of a mail that came in: sent twice it is one message
  form_key uuid not null,
  written_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, member_id, form_key),
  foreign key (school_id, thread_id, member_id) references thread_members (school_id, thread_id, id) on delete cascade
);
create index messages_of_thread on messages (school_id, thread_id, written_at);
comment on table messages is 'scope: school; retention: with the thread; erasure: row deleted with its writer or the pursuit';
call app.wall_by_school('messages');
revoke update, delete on messages from app_scoped;
