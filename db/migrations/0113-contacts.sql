set local lock_timeout = '5s';

-- People whom the staff of a school may write to. They belong to the school that wrote them down; what the schools of a
-- district share about an address is its silence and, by a hash, that somebody has written to it.
create table contacts (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  district_id uuid not null,
  full_name text not null check (length(full_name) between 1 and 200),
  title text not null default '' check (length(title) <= 200),
  -- as it was typed; organisation_id where the district knows one of that name
  organisation_name text not null default '' check (length(organisation_name) <= 200),
  organisation_id uuid,
  mail text not null default '' check (length(mail) <= 254),
  -- SHA-256 of the address, by which silence and mails of the district are found
  address_hash bytea check (length(address_hash) = 32),
  phone text not null default '' check (length(phone) <= 60),
  language text not null check (language ~ '^[a-z]{2}$'),
  tags text[] not null default '{}',
  owner_id uuid,
  origin text not null check (origin in ('typed', 'import', 'introduction', 'public_site')),
  origin_note text not null default '' check (length(origin_note) <= 300),
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, address_hash),
  check ((mail = '') = (address_hash is null)),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, organisation_id) references organisations (district_id, id),
  foreign key (school_id, owner_id) references people (school_id, id) on delete set null (owner_id)
);
create index contacts_by_name on contacts (school_id, lower(full_name), id);
comment on table contacts is 'scope: school; retention: while the school keeps the contact; erasure: row deleted, a hash of the address may stay among the suppressions';
call app.wall_by_school('contacts');

-- What staff wrote down about a contact, and each call. A call counts as contact, a note does not.
create table contact_notes (
  school_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('note', 'call')),
  outcome text not null default '' check (outcome in ('', 'reached', 'not_reached', 'call_back')),
  happened_on date not null,
  body text not null default '' check (length(body) <= 2000),
  written_by uuid,
  written_at timestamptz not null,
  primary key (school_id, id),
  check ((kind = 'call') = (outcome <> '')),
  check (kind = 'call' or body <> ''),
  foreign key (school_id, contact_id) references contacts (school_id, id) on delete cascade,
  foreign key (school_id, written_by) references people (school_id, id) on delete set null (written_by)
);
create index contact_notes_by_contact on contact_notes (school_id, contact_id, happened_on desc);
comment on table contact_notes is 'scope: school; retention: with the contact; erasure: row deleted with the contact';
call app.wall_by_school('contact_notes');
