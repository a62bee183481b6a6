set local lock_timeout = '5s';

-- Pictures of papers that prove what staff recorded for somebody, as they are shown: without what a camera writes beside a picture.
create table scans (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  consent_id uuid,
  pursuit_id uuid,
  introduction_id uuid,
  kind text not null check (kind in ('image/jpeg', 'image/png')),
  content bytea not null check (length(content) between 1 and 5242880),
  -- the same picture once for each thing
  digest bytea not null generated always as (sha256(content)) stored,
  added_by uuid,
  added_at timestamptz not null,
  primary key (school_id, id),
  check (num_nonnulls(consent_id, pursuit_id, introduction_id) = 1),
  foreign key (school_id, consent_id) references consents (school_id, id) on delete cascade,
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade,
  foreign key (school_id, introduction_id) references introductions (school_id, id) on delete cascade,
  foreign key (school_id, added_by) references people (school_id, id) on delete set null (added_by)
);
create unique index scans_of_consents on scans (school_id, consent_id, digest) where consent_id is not null;
create unique index scans_of_pursuits on scans (school_id, pursuit_id, digest) where pursuit_id is not null;
create unique index scans_of_introductions on scans (school_id, introduction_id, digest) where introduction_id is not null;
comment on table scans is 'scope: school; retention: with the consent, pursuit or introduction; erasure: row deleted with it, and when the person of an introduction is forgotten';
call app.wall_by_school('scans');
