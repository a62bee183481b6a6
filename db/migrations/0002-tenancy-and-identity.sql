set local lock_timeout = '5s';

create table districts (
  id uuid primary key default uuidv7(),
  name text not null,
  created_at timestamptz not null default now()
);
comment on table districts is 'scope: district; retention: while a customer; erasure: holds no personal data';
alter table districts enable row level security;
alter table districts force row level security;
create policy own_district on districts for select to app_scoped using (id = (select app.district_id()));
create policy system_all on districts to app_system using (true) with check (true);
grant select on districts to app_scoped;
grant select, insert on districts to app_system;

create table schools (
  id uuid primary key default uuidv7(),
  district_id uuid not null references districts,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  name text not null,
  time_zone text not null,
  jurisdiction text not null default 'unknown',
  languages text[] not null default '{en}',
  postal_address text not null,
  latitude double precision,
  longitude double precision,
  help_name text not null,
  help_phone text not null,
  sample boolean not null default false,
  created_at timestamptz not null default now(),
  unique (district_id, id)
);
comment on table schools is 'scope: district; retention: while a customer; erasure: the named help person is staff contact data';
alter table schools enable row level security;
alter table schools force row level security;
create policy own_district on schools for select to app_scoped using (district_id = (select app.district_id()));
create policy own_school on schools for update to app_scoped using (id = (select app.school_id())) with check (id = (select app.school_id()));
create policy system_all on schools to app_system using (true) with check (true);
grant select, update on schools to app_scoped;
grant select, insert on schools to app_system;

-- Only what differs from the defaults of app/domain/settings.ts.
create table school_settings (
  school_id uuid primary key references schools,
  overrides jsonb not null default '{}',
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);
comment on table school_settings is 'scope: school; retention: while a customer; erasure: holds no personal data';
call app.wall_by_school('school_settings');

create table areas (
  id uuid primary key default uuidv7(),
  district_id uuid not null references districts,
  name text not null,
  postcodes text[] not null default '{}',
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  unique (district_id, id),
  unique (district_id, name)
);
comment on table areas is 'scope: district; retention: while a customer; erasure: holds no personal data';
alter table areas enable row level security;
alter table areas force row level security;
create policy own_district_read on areas for select to app_scoped using (district_id = (select app.district_id()));
create policy own_district_write on areas to app_scoped using (district_id = (select app.district_id()) and (select app.school_id()) is not null) with check (district_id = (select app.district_id()) and (select app.school_id()) is not null);
grant select, insert, update, delete on areas to app_scoped;

create table terms (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  lti_weekdays smallint[] not null check (lti_weekdays <@ array[1,2,3,4,5,6,7]::smallint[]),
  day_starts_at time not null,
  day_ends_at time not null check (day_ends_at > day_starts_at),
  minimum_visits smallint not null default 3,
  primary key (school_id, id)
);
comment on table terms is 'scope: school; retention: 7 years; erasure: holds no personal data';
call app.wall_by_school('terms');

create table no_school_days (
  school_id uuid not null references schools,
  day date not null,
  reason text not null,
  primary key (school_id, day)
);
comment on table no_school_days is 'scope: school; retention: 7 years; erasure: holds no personal data';
call app.wall_by_school('no_school_days');

-- Identity: accounts are global, everything a person may do hangs on a dated membership.
create table identity.accounts (
  id uuid primary key default uuidv7(),
  mail text not null unique check (mail = lower(mail)),
  language text not null default 'en',
  created_at timestamptz not null default now()
);
comment on table identity.accounts is 'scope: global; retention: until the last membership has ended for 1 year; erasure: row deleted';
grant select, insert, update, delete on identity.accounts to app_identity;

create table identity.challenges (
  id uuid primary key default uuidv7(),
  account_id uuid references identity.accounts on delete cascade,
  browser_hash bytea not null,
  code_mac bytea not null,
  link_hash bytea not null unique,
  attempts smallint not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  return_to text not null default '/home'
);
create index challenges_by_browser on identity.challenges (browser_hash, created_at desc);
comment on table identity.challenges is 'scope: global; retention: 1 day; erasure: row deleted with the account';
grant select, insert, update, delete on identity.challenges to app_identity;

create table identity.memberships (
  id uuid primary key default uuidv7(),
  account_id uuid not null references identity.accounts on delete cascade,
  role text not null check (role in ('student', 'guardian', 'advisor', 'coordinator', 'admin', 'mentor')),
  school_id uuid references schools,
  district_id uuid not null references districts,
  organisation_id uuid,
  -- people.id inside the school, or mentors.id inside the district
  person_id uuid not null,
  from_on date not null default current_date,
  to_on date,
  check ((role = 'mentor') = (organisation_id is not null)),
  check ((role = 'mentor') = (school_id is null)),
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index memberships_by_account on identity.memberships (account_id);
create index memberships_by_school on identity.memberships (school_id, role);
create unique index memberships_once on identity.memberships (account_id, role, coalesce(school_id, organisation_id), person_id) where to_on is null;
comment on table identity.memberships is 'scope: school or organisation; retention: 1 year after its end; erasure: row deleted with the account';
alter table identity.memberships enable row level security;
alter table identity.memberships force row level security;
create policy identity_all on identity.memberships to app_identity using (true) with check (true);
create policy own_school on identity.memberships to app_scoped using (school_id = (select app.school_id())) with check (school_id = (select app.school_id()));
create policy own_organisation on identity.memberships for select to app_scoped using (organisation_id = (select app.organisation_id()));
grant select, insert, update, delete on identity.memberships to app_identity;
grant select, insert, update on identity.memberships to app_scoped;

create table identity.sessions (
  id uuid primary key default uuidv7(),
  account_id uuid not null references identity.accounts on delete cascade,
  membership_id uuid references identity.memberships on delete set null,
  token_hash bytea not null unique,
  device text not null default '',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_by_account on identity.sessions (account_id);
comment on table identity.sessions is 'scope: global; retention: 30 days after the end; erasure: row deleted with the account';
grant select, insert, update, delete on identity.sessions to app_identity;

-- Links from mails and letters. The token itself is never stored. A link is the key to one subject in one school.
create table identity.links (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  kind text not null check (kind in ('consent', 'first-contact', 'introduction-invitation', 'introduce', 'delete-me', 'school-invitation')),
  school_id uuid not null references schools,
  district_id uuid not null,
  organisation_id uuid,
  subject_id uuid not null,
  person_id uuid,
  language text not null default 'en',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index links_by_subject on identity.links (school_id, subject_id);
comment on table identity.links is 'scope: school; retention: 90 days after expiry; erasure: row deleted with its subject';
alter table identity.links enable row level security;
alter table identity.links force row level security;
create policy identity_all on identity.links to app_identity using (true) with check (true);
create policy own_school on identity.links to app_scoped using (school_id = (select app.school_id())) with check (school_id = (select app.school_id()));
grant select, update, delete on identity.links to app_identity;
grant select, insert on identity.links to app_scoped;
grant update (ended_at) on identity.links to app_scoped;

-- Shape fixed by rate-limiter-flexible.
create table identity.rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
comment on table identity.rate_limits is 'scope: global; retention: 1 day; erasure: keys are hashes';
grant select, insert, update, delete on identity.rate_limits to app_identity;
