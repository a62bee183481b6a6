set local lock_timeout = '5s';

-- A placement that somebody without an account offers. Until the address is proved nothing else of the district knows of it.
create table visitor_offers (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  district_id uuid not null,
  state text not null default 'asked' check (state in ('asked', 'open', 'sent', 'handed_over')),
  language text not null,
  what text not null check (length(what) between 1 and 2000),
  full_name text not null check (length(full_name) between 1 and 120),
  organisation_name text not null check (length(organisation_name) between 1 and 200),
  mail text not null check (length(mail) between 3 and 254),
  -- what was typed into the form for placements so far, as field name to words
  form jsonb not null default '{}' check (jsonb_typeof(form) = 'object'),
  -- the whole placement, while a coordinator still confirms that its mentor belongs to the organisation
  post jsonb check (post is null or state = 'sent'),
  mentor_id uuid check (mentor_id is null or state in ('sent', 'handed_over')),
  asked_at timestamptz not null,
  -- null while a coordinator has to confirm
  lapses_at timestamptz check (lapses_at is not null or post is not null),
  primary key (school_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, mentor_id) references mentors (district_id, id)
);
create index visitor_offers_by_mail on visitor_offers (school_id, lower(mail));
create index visitor_offers_by_mentor on visitor_offers (district_id, mentor_id);
create index visitor_offers_by_end on visitor_offers (school_id, lapses_at);
comment on table visitor_offers is 'scope: school; retention: 3 days unproved, 30 days unsent, 90 days after it was sent and decided; erasure: row deleted';
call app.wall_by_school('visitor_offers');

-- The mail to whoever offers opens their form.
alter table identity.links drop constraint links_kind_check;
alter table identity.links add constraint links_kind_check
  check (kind in ('consent', 'first-contact', 'introduction-invitation', 'introduce', 'delete-me', 'school-invitation', 'give', 'offer')) not valid;
alter table identity.links validate constraint links_kind_check;

-- Whether organisations without an account may offer placements to the school. The page for everybody lists those that do.
alter table schools add column takes_offers boolean not null default true;
