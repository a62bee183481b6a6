set local lock_timeout = '5s';

-- Which addresses of a district outreach has written to, and when: so that the cap holds for all its schools together. Schools
-- do not see each other's contacts; what they share is the hash of an address and nothing else.
create table outreach_addresses (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  address_hash bytea not null check (length(address_hash) = 32),
  written_at timestamptz not null,
  primary key (district_id, id)
);
create index outreach_addresses_by_hash on outreach_addresses (district_id, address_hash, written_at);
comment on table outreach_addresses is 'scope: district; retention: 90 days; erasure: holds hashes only and outlives an erasure on purpose';
call app.wall_by_district('outreach_addresses');
revoke update on outreach_addresses from app_scoped;

-- What a coordinator wrote to a contact. The id is chosen when the form is made: the same form sent twice is one mail.
create table outreach_mails (
  school_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  -- by which the mail is found in the queue
  mail_key text not null,
  subject text not null check (length(subject) between 1 and 150),
  body text not null check (length(body) between 1 and 5000),
  -- civil date at the school
  written_on date not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, mail_key),
  foreign key (school_id, contact_id) references contacts (school_id, id) on delete cascade,
  foreign key (school_id, written_by) references people (school_id, id) on delete set null (written_by)
);
create index outreach_mails_by_contact on outreach_mails (school_id, contact_id, written_on desc);
comment on table outreach_mails is 'scope: school; retention: with the contact; erasure: row deleted with the contact';
call app.wall_by_school('outreach_mails');
