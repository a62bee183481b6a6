set local lock_timeout = '5s';

create table wishes (
  school_id uuid not null references schools,
  student_id uuid not null,
  listing_id uuid not null,
  place smallint not null default 1,
  created_at timestamptz not null default now(),
  primary key (school_id, student_id, listing_id),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
  foreign key (school_id, listing_id) references listings (school_id, id)
);
comment on table wishes is 'scope: school; retention: with the student; erasure: row deleted';
call app.wall_by_school('wishes');

create table pursuits (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  student_id uuid not null,
  listing_id uuid not null,
  organisation_id uuid not null,
  state text not null check (state in ('suggested', 'requested', 'approved', 'declined', 'contacted', 'offered', 'accepted', 'completed', 'not_taken', 'expired', 'withdrawn')),
  origin text not null default 'student' check (origin in ('student', 'match', 'introduction')),
  -- the moment the student said yes; nothing about the student leaves before it
  student_asked_at timestamptz,
  student_note text not null default '' check (length(student_note) <= 2000),
  decline_for_student text not null default '',
  decline_for_staff text not null default '',
  match_score integer,
  approved_at timestamptz,
  expires_at timestamptz,
  contacted_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision integer not null default 1,
  primary key (school_id, id),
  unique (school_id, organisation_id, id),
  check (state in ('suggested', 'withdrawn', 'expired', 'declined', 'not_taken') or student_asked_at is not null),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
  foreign key (school_id, organisation_id, listing_id) references listings (school_id, organisation_id, id)
);
create unique index one_live_pursuit on pursuits (school_id, student_id, listing_id)
  where state in ('suggested', 'requested', 'approved', 'contacted', 'offered', 'accepted');
create index pursuits_by_state on pursuits (school_id, state, created_at);
create index pursuits_by_listing on pursuits (school_id, listing_id);
comment on table pursuits is 'scope: school; retention: 5 years after the end; erasure: row deleted with the student';
call app.wall_by_school('pursuits');

-- An approval takes one of seats x places-per-seat numbered places; the key makes an extra one impossible.
create table pursuit_places (
  school_id uuid not null,
  listing_id uuid not null,
  place_no integer not null check (place_no >= 1),
  pursuit_id uuid not null,
  primary key (school_id, listing_id, place_no),
  unique (school_id, pursuit_id),
  foreign key (school_id, listing_id) references listings (school_id, id),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade
);
comment on table pursuit_places is 'scope: school; retention: while the pursuit lives; erasure: row deleted with the pursuit';
call app.wall_by_school('pursuit_places');

-- An offer or engagement takes the seat itself for its weekdays and dates.
create table seat_holds (
  school_id uuid not null,
  listing_id uuid not null,
  seat_no integer not null check (seat_no >= 1),
  weekday smallint not null check (weekday between 1 and 7),
  during daterange not null,
  pursuit_id uuid not null,
  primary key (school_id, pursuit_id, weekday),
  foreign key (school_id, listing_id) references listings (school_id, id),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade,
  exclude using gist (school_id with =, listing_id with =, seat_no with =, weekday with =, during with &&)
);
comment on table seat_holds is 'scope: school; retention: while the offer or engagement lives; erasure: row deleted with the pursuit';
call app.wall_by_school('seat_holds');

create table visits (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  pursuit_id uuid not null,
  kind text not null check (kind in ('informational_interview', 'shadow_day', 'site_visit')),
  state text not null default 'proposed' check (state in ('proposed', 'dated', 'done', 'missed', 'cancelled')),
  starts_at timestamptz,
  ends_at timestamptz,
  note text not null default '',
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade
);
comment on table visits is 'scope: school; retention: with the pursuit; erasure: row deleted with the pursuit';
call app.wall_by_school('visits');

create table engagements (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  pursuit_id uuid not null,
  district_id uuid not null,
  lead_mentor_id uuid,
  state text not null default 'not_started' check (state in ('not_started', 'active', 'paused', 'end_requested', 'ended', 'closed')),
  basis text not null check (basis in ('unpaid_educational', 'paid_by_host', 'wecep', 'wsp', 'service_learning')),
  starts_on date,
  ends_on date,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  unique (school_id, pursuit_id),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade,
  foreign key (district_id, lead_mentor_id) references mentors (district_id, id)
);
comment on table engagements is 'scope: school; retention: 7 years after the end; erasure: row deleted with the pursuit';
call app.wall_by_school('engagements');

-- A gate is a row somebody confirms with date and note until it is automated.
create table gates (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  pursuit_id uuid not null,
  kind text not null check (kind in ('looking_consent', 'participate_consent', 'clearance', 'host_answers', 'staff_visit', 'working_time', 'agreement', 'travel_plan', 'emergency_contact', 'orientation')),
  before text not null check (before in ('contact', 'visit', 'start')),
  state text not null default 'open' check (state in ('open', 'met', 'waived')),
  confirmed_by uuid,
  confirmed_on date,
  note text not null default '',
  primary key (school_id, id),
  unique (school_id, pursuit_id, kind),
  check (state = 'open' or confirmed_on is not null),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade
);
comment on table gates is 'scope: school; retention: with the pursuit; erasure: row deleted with the pursuit';
call app.wall_by_school('gates');

-- Result and dates of a background check, never the report.
create table clearances (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  district_id uuid not null,
  mentor_id uuid not null,
  type text not null,
  result text not null check (result in ('clear', 'not_clear', 'pending')),
  checked_on date not null,
  expires_on date,
  evidence_reference text not null default '',
  recorded_by uuid,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (district_id, mentor_id) references mentors (district_id, id)
);
create index clearances_by_mentor on clearances (school_id, mentor_id);
comment on table clearances is 'scope: school; retention: 7 years; erasure: row deleted with the mentor unless a legal hold stands';
call app.wall_by_school('clearances');

create table agreements (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  engagement_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'out_for_signature', 'signed', 'void')),
  text_version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, engagement_id) references engagements (school_id, id) on delete cascade
);
comment on table agreements is 'scope: school; retention: 7 years after the end; erasure: row deleted with the engagement';
call app.wall_by_school('agreements');

create table agreement_signatures (
  school_id uuid not null,
  agreement_id uuid not null,
  party text not null check (party in ('student', 'guardian', 'host', 'school')),
  signed_by text not null,
  signed_at timestamptz not null,
  authenticated_by text not null,
  text_version integer not null,
  language text not null,
  primary key (school_id, agreement_id, party),
  foreign key (school_id, agreement_id) references agreements (school_id, id) on delete cascade
);
comment on table agreement_signatures is 'scope: school; retention: 7 years after the end; erasure: row deleted with the agreement';
call app.wall_by_school('agreement_signatures');

create table lti_days (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  engagement_id uuid not null,
  day date not null,
  state text not null default 'planned' check (state in ('planned', 'checked_in', 'checked_out', 'confirmed', 'disputed', 'absent')),
  absence_reason text not null default '',
  goal text not null default '',
  reflection text not null default '',
  minutes integer check (minutes between 0 and 1440),
  primary key (school_id, id),
  unique (school_id, engagement_id, day),
  foreign key (school_id, engagement_id) references engagements (school_id, id) on delete cascade
);
comment on table lti_days is 'scope: school; retention: 5 years after leaving; erasure: row deleted with the student';
call app.wall_by_school('lti_days');

-- Consent texts are drafts until the school's named reviewer releases a version.
create table consent_texts (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  purpose text not null check (purpose in ('looking', 'participate', 'emergency', 'health', 'travel', 'photo', 'portfolio')),
  language text not null,
  version integer not null check (version >= 1),
  body text not null,
  state text not null default 'draft' check (state in ('draft', 'released', 'withdrawn')),
  released_by text not null default '',
  released_on date,
  primary key (school_id, id),
  unique (school_id, purpose, language, version),
  check (state <> 'released' or (released_by <> '' and released_on is not null))
);
comment on table consent_texts is 'scope: school; retention: as long as a consent refers to it; erasure: reviewer name is staff data';
call app.wall_by_school('consent_texts');

create table consents (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  student_id uuid not null,
  guardian_id uuid not null,
  purpose text not null check (purpose in ('looking', 'participate', 'emergency', 'health', 'travel', 'photo', 'portfolio')),
  pursuit_id uuid,
  text_id uuid,
  state text not null default 'requested' check (state in ('requested', 'given', 'refused', 'revoked', 'superseded', 'lapsed')),
  -- what the letter and its QR code carry, so that a scan finds its request
  letter_code text not null unique,
  channel text check (channel in ('web', 'link', 'phone', 'paper', 'in_person')),
  signed_name text not null default '',
  signed_relationship text not null default '',
  language text not null,
  interpreter text not null default '',
  evidence text not null default '',
  same_address_as_student boolean not null default false,
  recorded_by uuid,
  requested_at timestamptz not null default now(),
  reminded_at timestamptz,
  answered_at timestamptz,
  valid_until date,
  primary key (school_id, id),
  check (state in ('requested', 'superseded', 'lapsed') or (answered_at is not null and channel is not null)),
  -- a spoken yes is not enough for disclosure
  check (not (state = 'given' and channel = 'phone')),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
  foreign key (school_id, guardian_id) references people (school_id, id),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade,
  foreign key (school_id, text_id) references consent_texts (school_id, id)
);
create unique index one_open_request on consents (school_id, student_id, guardian_id, purpose, coalesce(pursuit_id, '00000000-0000-0000-0000-000000000000')) where state = 'requested';
create index consents_by_student on consents (school_id, student_id, purpose, state);
comment on table consents is 'scope: school; retention: 7 years after the end; erasure: row deleted with the student unless a legal hold stands';
call app.wall_by_school('consents');

-- What a host was told about a student, frozen, with the consent it rests on (FERPA: each disclosure is logged).
create table disclosures (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  pursuit_id uuid not null,
  district_id uuid not null,
  organisation_id uuid not null,
  mentor_id uuid,
  consent_id uuid not null,
  first_name text not null,
  grade_band text not null,
  interests text[] not null,
  disclosed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (school_id, id),
  unique (school_id, pursuit_id),
  foreign key (school_id, organisation_id, pursuit_id) references pursuits (school_id, organisation_id, id) on delete cascade,
  foreign key (school_id, consent_id) references consents (school_id, id),
  foreign key (district_id, organisation_id) references organisations (district_id, id)
);
create index disclosures_by_organisation on disclosures (organisation_id);
comment on table disclosures is 'scope: school and the organisation told; retention: 7 years; erasure: first name and interests overwritten, the fact stays';
call app.wall_by_school('disclosures');
create policy own_organisation_read on disclosures for select to app_scoped
  using (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id()) and withdrawn_at is null);

create table match_weights (
  school_id uuid not null references schools,
  version integer not null check (version >= 1),
  weights jsonb not null,
  set_by uuid,
  created_at timestamptz not null default now(),
  primary key (school_id, version)
);
comment on table match_weights is 'scope: school; retention: as long as a run refers to it; erasure: holds no personal data';
call app.wall_by_school('match_weights');

create table match_runs (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  state text not null default 'queued' check (state in ('queued', 'running', 'finished', 'failed')),
  weights_version integer not null,
  engine text not null default 'greedy-1',
  seed integer not null,
  input_hash text not null default '',
  progress smallint not null default 0 check (progress between 0 and 100),
  summary jsonb not null default '{}',
  asked_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (school_id, id)
);
create index match_runs_newest on match_runs (school_id, created_at desc);
comment on table match_runs is 'scope: school; retention: 2 years; erasure: holds ids only';
call app.wall_by_school('match_runs');

create table matches (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  run_id uuid not null,
  student_id uuid not null,
  listing_id uuid not null,
  score integer not null check (score between 0 and 10000),
  for_student integer not null check (for_student between 0 and 10000),
  for_placement integer not null check (for_placement between 0 and 10000),
  parts jsonb not null,
  reasons jsonb not null,
  blockers jsonb not null default '[]',
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined', 'stale')),
  pursuit_id uuid,
  revision integer not null default 1,
  primary key (school_id, id),
  unique (school_id, run_id, student_id, listing_id),
  foreign key (school_id, run_id) references match_runs (school_id, id) on delete cascade,
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
  foreign key (school_id, listing_id) references listings (school_id, id),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade
);
comment on table matches is 'scope: school; retention: with the run; erasure: row deleted with the student';
call app.wall_by_school('matches');

create table introductions (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  district_id uuid not null,
  proposed_by uuid not null,
  proposed_as text not null check (proposed_as in ('guardian', 'student', 'staff')),
  for_student_id uuid,
  state text not null default 'submitted' check (state in ('submitted', 'in_review', 'invited', 'accepted', 'declined', 'bounced', 'expired')),
  mentor_name text not null default '',
  mentor_mail text not null default '',
  mentor_phone text not null default '',
  mentor_language text not null default 'en',
  does_what text not null default '',
  how_known text not null default '',
  may_be_named boolean not null default false,
  is_relative boolean not null default false,
  relatives_student_id uuid,
  reviewed_by uuid,
  decline_note text not null default '',
  invited_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  expires_at timestamptz,
  organisation_id uuid,
  mentor_id uuid,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (school_id, proposed_by) references people (school_id, id),
  foreign key (school_id, for_student_id) references students (school_id, id),
  foreign key (school_id, relatives_student_id) references students (school_id, id),
  foreign key (district_id, organisation_id) references organisations (district_id, id),
  foreign key (district_id, mentor_id) references mentors (district_id, id)
);
create index introductions_by_state on introductions (school_id, state, created_at);
comment on table introductions is 'scope: school; retention: 90 days without an answer, else with the mentor; erasure: names and contact data overwritten, a suppression hash stays';
call app.wall_by_school('introductions');

-- Relatives and household members until a coordinator decides.
create table forbidden_pairs (
  school_id uuid not null,
  student_id uuid not null,
  district_id uuid not null,
  mentor_id uuid not null,
  reason text not null check (reason in ('relative', 'household', 'staff')),
  state text not null default 'standing' check (state in ('standing', 'lifted')),
  decided_by uuid,
  decided_on date,
  note text not null default '',
  primary key (school_id, student_id, mentor_id),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
  foreign key (district_id, mentor_id) references mentors (district_id, id)
);
comment on table forbidden_pairs is 'scope: school; retention: with the student; erasure: row deleted with the student';
call app.wall_by_school('forbidden_pairs');
