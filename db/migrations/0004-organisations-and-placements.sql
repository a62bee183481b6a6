set local lock_timeout = '5s';

create table organisations (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  organisation_id uuid generated always as (id) stored,
  name text not null check (length(name) between 1 and 200),
  -- lower case, without accents, punctuation and legal forms: one organisation has one key
  name_key text not null,
  sector text not null default 'nonprofit' check (sector in ('nonprofit', 'public', 'business')),
  about text not null default '',
  website text not null default '',
  source text not null default 'staff' check (source in ('staff', 'import', 'introduction', 'offer')),
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, name_key)
);
comment on table organisations is 'scope: district; retention: 3 years after the last placement; erasure: holds no personal data';
call app.wall_by_district('organisations');
call app.open_to_organisation('organisations');

alter table identity.memberships add foreign key (district_id, organisation_id) references organisations (district_id, id);

create table sites (
  district_id uuid not null references districts,
  organisation_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  mode text not null default 'on_site' check (mode in ('on_site', 'remote', 'private_home')),
  street text not null default '',
  city text not null default '',
  region text not null default '',
  postcode text not null default '',
  area_id uuid,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  located_by text not null default 'none' check (located_by in ('none', 'pin', 'area', 'import')),
  check ((latitude is null) = (longitude is null)),
  primary key (district_id, organisation_id, id),
  foreign key (district_id, organisation_id) references organisations (district_id, id),
  foreign key (district_id, area_id) references areas (district_id, id)
);
comment on table sites is 'scope: district; retention: with the organisation; erasure: a private home address is deleted with its mentor';
call app.wall_by_district('sites');
call app.open_to_organisation('sites');

create table mentors (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  full_name text not null check (length(full_name) between 1 and 200),
  name_used text not null,
  pronouns text not null default '',
  language text not null default 'en',
  languages text[] not null default '{en}',
  interests text[] not null default '{}',
  about text not null default '',
  experience_years smallint check (experience_years between 0 and 80),
  source text not null default 'staff' check (source in ('staff', 'import', 'introduction', 'offer')),
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (district_id, id)
);
comment on table mentors is 'scope: district; retention: 2 years after the last affiliation; erasure: names and contact points overwritten';

-- Affiliations are dated: a mentor may belong to two organisations, or leave one.
create table affiliations (
  district_id uuid not null references districts,
  organisation_id uuid not null,
  mentor_id uuid not null,
  title text not null default '',
  from_on date not null default current_date,
  to_on date,
  primary key (district_id, organisation_id, mentor_id, from_on),
  foreign key (district_id, organisation_id) references organisations (district_id, id),
  foreign key (district_id, mentor_id) references mentors (district_id, id)
);
create index affiliations_by_mentor on affiliations (district_id, mentor_id);
comment on table affiliations is 'scope: district; retention: with the mentor; erasure: row deleted with the mentor';
call app.wall_by_district('affiliations');
call app.open_to_organisation('affiliations');

call app.wall_by_district('mentors');
create policy own_organisation on mentors to app_scoped
  using (district_id = (select app.district_id()) and id = any (array(select a.mentor_id from affiliations a where a.organisation_id = (select app.organisation_id()))))
  with check (district_id = (select app.district_id()) and id = any (array(select a.mentor_id from affiliations a where a.organisation_id = (select app.organisation_id()))));

create table mentor_contact_points (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  mentor_id uuid not null,
  kind text not null check (kind in ('mail', 'sms', 'phone', 'post')),
  value text not null,
  verified_at timestamptz,
  preferred boolean not null default false,
  undeliverable_at timestamptz,
  primary key (district_id, id),
  unique (district_id, mentor_id, kind, value),
  foreign key (district_id, mentor_id) references mentors (district_id, id) on delete cascade
);
comment on table mentor_contact_points is 'scope: district; retention: with the mentor; erasure: row deleted';
call app.wall_by_district('mentor_contact_points');
create policy own_organisation on mentor_contact_points for select to app_scoped
  using (district_id = (select app.district_id()) and mentor_id = any (array(select a.mentor_id from affiliations a where a.organisation_id = (select app.organisation_id()))));

-- A mentor without a placement may leave an open offer of time.
create table mentor_offers (
  district_id uuid not null references districts,
  organisation_id uuid not null,
  mentor_id uuid not null,
  id uuid not null default uuidv7(),
  what text not null,
  hours_per_week numeric(4, 1),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, organisation_id) references organisations (district_id, id),
  foreign key (district_id, mentor_id) references mentors (district_id, id)
);
comment on table mentor_offers is 'scope: district; retention: 1 year after its end; erasure: row deleted with the mentor';
call app.wall_by_district('mentor_offers');
call app.open_to_organisation('mentor_offers');

create table placements (
  district_id uuid not null references districts,
  organisation_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('internship', 'shadow_day', 'informational_interview', 'service_learning', 'exhibition_panel', 'classroom_expert')),
  title text not null check (length(title) between 1 and 200),
  student_will_do text not null default '' check (length(student_will_do) <= 8000),
  host_gains text not null default '' check (length(host_gains) <= 4000),
  requirements text not null default '' check (length(requirements) <= 4000),
  site_id uuid,
  lead_mentor_id uuid,
  seats integer not null check (seats between 0 and 9999),
  length_unit text not null default 'term' check (length_unit in ('days', 'weeks', 'term', 'year', 'years')),
  length_count smallint not null default 1 check (length_count between 1 and 60),
  starts_on date,
  ends_on date,
  languages text[] not null default '{en}',
  minimum_grade smallint not null default 6,
  maximum_grade smallint not null default 13,
  minimum_age smallint not null default 0,
  basis text not null default 'unpaid_educational' check (basis in ('unpaid_educational', 'paid_by_host', 'wecep', 'wsp', 'service_learning')),
  hazards text[] not null default '{}',
  -- where an imported row came from: { file, row, values, warnings }; source_key makes a second import harmless
  source jsonb,
  source_key text,
  source_hash text,
  posted_by uuid,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  erased_at timestamptz,
  primary key (district_id, id),
  unique (district_id, organisation_id, id),
  unique (district_id, source_key),
  check (maximum_grade >= minimum_grade),
  foreign key (district_id, organisation_id) references organisations (district_id, id),
  foreign key (district_id, organisation_id, site_id) references sites (district_id, organisation_id, id),
  foreign key (district_id, lead_mentor_id) references mentors (district_id, id)
);
create index placements_by_organisation on placements (district_id, organisation_id);
comment on table placements is 'scope: district; retention: 3 years after the last listing; erasure: lead mentor reference removed with the mentor';
call app.wall_by_district('placements');
call app.open_to_organisation('placements');

create table placement_days (
  district_id uuid not null,
  organisation_id uuid not null,
  placement_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  starts_at time not null,
  ends_at time not null check (ends_at > starts_at),
  seats integer not null check (seats between 0 and 9999),
  primary key (district_id, placement_id, weekday),
  foreign key (district_id, organisation_id, placement_id) references placements (district_id, organisation_id, id) on delete cascade
);
comment on table placement_days is 'scope: district; retention: with the placement; erasure: holds no personal data';
call app.wall_by_district('placement_days');
call app.open_to_organisation('placement_days');

create table placement_interests (
  district_id uuid not null,
  organisation_id uuid not null,
  placement_id uuid not null,
  interest_id text not null,
  guessed boolean not null default false,
  primary key (district_id, placement_id, interest_id),
  foreign key (district_id, organisation_id, placement_id) references placements (district_id, organisation_id, id) on delete cascade
);
comment on table placement_interests is 'scope: district; retention: with the placement; erasure: holds no personal data';
call app.wall_by_district('placement_interests');
call app.open_to_organisation('placement_interests');

create table placement_backups (
  district_id uuid not null,
  organisation_id uuid not null,
  placement_id uuid not null,
  mentor_id uuid not null,
  primary key (district_id, placement_id, mentor_id),
  foreign key (district_id, organisation_id, placement_id) references placements (district_id, organisation_id, id) on delete cascade,
  foreign key (district_id, mentor_id) references mentors (district_id, id)
);
comment on table placement_backups is 'scope: district; retention: with the placement; erasure: row deleted with the mentor';
call app.wall_by_district('placement_backups');
call app.open_to_organisation('placement_backups');

-- What somebody has typed into a long form and not yet sent.
create table drafts (
  district_id uuid not null references districts,
  organisation_id uuid not null,
  account_id uuid not null,
  form text not null,
  content jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (district_id, organisation_id, account_id, form),
  foreign key (district_id, organisation_id) references organisations (district_id, id)
);
comment on table drafts is 'scope: organisation; retention: 90 days; erasure: row deleted with the account';
call app.wall_by_district('drafts');
call app.open_to_organisation('drafts');

-- A listing is a placement offered at one school. "Full" is derived from seats, never stored.
create table listings (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  district_id uuid not null,
  organisation_id uuid not null,
  placement_id uuid not null,
  state text not null default 'in_review' check (state in ('in_review', 'published', 'paused', 'archived')),
  seats integer not null check (seats between 0 and 9999),
  review_note text not null default '',
  published_at timestamptz,
  still_open_asked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (school_id, id),
  unique (school_id, placement_id),
  unique (school_id, organisation_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, organisation_id, placement_id) references placements (district_id, organisation_id, id)
);
create index listings_by_state on listings (school_id, state, created_at desc);
create index listings_by_placement on listings (placement_id);
comment on table listings is 'scope: school; retention: 3 years after archiving; erasure: holds no personal data';
call app.wall_by_school('listings');
create policy own_organisation_read on listings for select to app_scoped
  using (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id()));
create policy own_organisation_offers on listings for insert to app_scoped
  with check (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id()) and state = 'in_review');
