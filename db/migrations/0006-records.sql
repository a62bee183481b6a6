set local lock_timeout = '5s';

-- Every state change and every disclosure: who, for whom, when, how, why. Rows are added, never changed.
create table audit_log (
  id uuid primary key default uuidv7(),
  school_id uuid references schools,
  district_id uuid,
  organisation_id uuid,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('staff', 'student', 'guardian', 'mentor', 'link', 'system')),
  actor_id uuid,
  actor_note text not null default '',
  on_behalf_of uuid,
  channel text not null default 'web' check (channel in ('web', 'link', 'phone', 'paper', 'in_person', 'system')),
  language text,
  interpreter text not null default '',
  evidence text not null default '',
  noun text not null,
  noun_id uuid not null,
  transition text not null,
  from_state text,
  to_state text,
  reason text not null default '',
  check (num_nonnulls(school_id, organisation_id) >= 1)
);
create index audit_by_noun on audit_log (school_id, noun, noun_id, at);
create index audit_by_time on audit_log (school_id, at desc);
comment on table audit_log is 'scope: school or organisation; retention: 7 years; erasure: holds ids only, kept for accountability';
alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy own_school_read on audit_log for select to app_scoped using (school_id = (select app.school_id()));
create policy own_school_write on audit_log for insert to app_scoped with check (school_id = (select app.school_id()));
create policy own_organisation_write on audit_log for insert to app_scoped
  with check (school_id is null and organisation_id = (select app.organisation_id()) and district_id = (select app.district_id()));
grant select, insert on audit_log to app_scoped;

-- What needs a person: find the contact, call an interpreter, print a letter.
create table staff_tasks (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation')),
  subject_noun text not null,
  subject_id uuid not null,
  props jsonb not null default '{}',
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  dedupe_key text not null,
  opened_at timestamptz not null default now(),
  due_on date,
  done_by uuid,
  done_at timestamptz,
  outcome_note text not null default '',
  primary key (school_id, id)
);
create unique index one_open_task on staff_tasks (school_id, dedupe_key) where state = 'open';
create index staff_tasks_open on staff_tasks (school_id, state, opened_at);
comment on table staff_tasks is 'scope: school; retention: 2 years after done; erasure: row deleted with its subject';
call app.wall_by_school('staff_tasks');

create table learning_goals (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  goal_set text not null,
  name text not null,
  place smallint not null,
  primary key (school_id, id),
  unique (school_id, goal_set, name)
);
comment on table learning_goals is 'scope: school; retention: while a customer; erasure: holds no personal data';
call app.wall_by_school('learning_goals');

create table exhibitions (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  student_id uuid not null,
  title text not null,
  held_at timestamptz,
  place text not null default '',
  primary key (school_id, id),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade
);
comment on table exhibitions is 'scope: school; retention: 5 years after leaving; erasure: row deleted with the student';
call app.wall_by_school('exhibitions');

create table exhibition_panel (
  school_id uuid not null,
  exhibition_id uuid not null,
  district_id uuid not null,
  mentor_id uuid not null,
  primary key (school_id, exhibition_id, mentor_id),
  foreign key (school_id, exhibition_id) references exhibitions (school_id, id) on delete cascade,
  foreign key (district_id, mentor_id) references mentors (district_id, id)
);
comment on table exhibition_panel is 'scope: school; retention: with the exhibition; erasure: row deleted with the mentor';
call app.wall_by_school('exhibition_panel');

-- Safeguarding leads are named people; only they read concerns.
create table safeguarding_leads (
  school_id uuid not null,
  person_id uuid not null,
  from_on date not null default current_date,
  to_on date,
  primary key (school_id, person_id, from_on),
  foreign key (school_id, person_id) references people (school_id, id)
);
comment on table safeguarding_leads is 'scope: school; retention: 7 years; erasure: staff data';
call app.wall_by_school('safeguarding_leads');

-- Sealed: the wall asks for a lead's own id beside the school, and never shows a report to the person it names.
create table concerns (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  reported_by uuid,
  about_student_id uuid,
  about_person_id uuid,
  about_mentor_id uuid,
  body text not null,
  state text not null default 'raised' check (state in ('raised', 'acknowledged', 'closed')),
  raised_at timestamptz not null default now(),
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (school_id, id)
);
comment on table concerns is 'scope: school, sealed to safeguarding leads; retention: by law of the jurisdiction, legal hold; erasure: never before the hold ends';
create function app.person_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;
grant execute on function app.person_id() to app_scoped;
alter table concerns enable row level security;
alter table concerns force row level security;
create policy report on concerns for insert to app_scoped with check (school_id = (select app.school_id()));
create policy leads_read on concerns for select to app_scoped using (
  school_id = (select app.school_id())
  and about_person_id is distinct from (select app.person_id())
  and exists (select 1 from safeguarding_leads l where l.school_id = concerns.school_id and l.person_id = (select app.person_id()) and l.to_on is null));
create policy leads_write on concerns for update to app_scoped using (
  school_id = (select app.school_id())
  and about_person_id is distinct from (select app.person_id())
  and exists (select 1 from safeguarding_leads l where l.school_id = concerns.school_id and l.person_id = (select app.person_id()) and l.to_on is null));
grant select, insert on concerns to app_scoped;
grant update (state, acknowledged_at, acknowledged_by) on concerns to app_scoped;
