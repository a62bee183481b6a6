set local lock_timeout = '5s';

-- Mails that follow one another to contacts of one language (docs/decisions/0130).
create table sequences (
  school_id uuid not null,
  -- chosen when the form is made: the same form sent twice is one
  id uuid not null,
  district_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'running', 'paused', 'ended')),
  name text not null check (length(name) between 1 and 120),
  language text not null check (language ~ '^[a-z]{2}$'),
  -- who signs; nothing leaves while nobody does
  writer_id uuid,
  -- civil date at the school; null before it was started
  starts_on date check (starts_on is not null or state in ('draft', 'ended')),
  -- counts every change of the steps
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (school_id, id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (school_id, writer_id) references people (school_id, id) on delete set null (writer_id)
);
create index sequences_by_writer on sequences (school_id, writer_id);
comment on table sequences is 'scope: school; retention: while the school exists; erasure: who signs is set to null';
call app.wall_by_school('sequences');

create table sequence_steps (
  school_id uuid not null,
  sequence_id uuid not null,
  position smallint not null check (position between 1 and 3),
  wait_days smallint not null check (case when position = 1 then wait_days = 0 else wait_days between 14 and 60 end),
  subject text not null check (length(subject) between 1 and 150),
  body text not null check (length(body) between 1 and 5000),
  primary key (school_id, sequence_id, position),
  foreign key (school_id, sequence_id) references sequences (school_id, id) on delete cascade
);
comment on table sequence_steps is 'scope: school; retention: while the school exists; erasure: names nobody';
call app.wall_by_school('sequence_steps');

-- Who gets the mails of a sequence. Whoever is forgotten is counted on without a name.
create table sequence_contacts (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  sequence_id uuid not null,
  district_id uuid not null,
  contact_id uuid,
  enrolled_at timestamptz not null,
  -- the next step and its civil day; null when nothing more comes
  next_position smallint check (next_position between 1 and 3),
  due_on date,
  stop text check (stop in ('accepted', 'declined', 'replied', 'unsubscribed', 'bounced', 'silent', 'unfilled', 'taken_out', 'ended', 'merged', 'forgotten')),
  -- whom they became
  mentor_id uuid,
  primary key (school_id, id),
  unique (school_id, sequence_id, contact_id),
  check ((next_position is null) = (due_on is null)),
  check (next_position is null or stop is null),
  foreign key (school_id, sequence_id) references sequences (school_id, id) on delete cascade,
  foreign key (school_id, contact_id) references contacts (school_id, id) on delete set null (contact_id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, mentor_id) references mentors (district_id, id) on delete set null (mentor_id)
);
-- one sequence at a time writes to somebody
create unique index sequence_contacts_going on sequence_contacts (school_id, contact_id) where next_position is not null;
create index sequence_contacts_by_mentor on sequence_contacts (district_id, mentor_id);
create index sequence_contacts_by_contact on sequence_contacts (school_id, contact_id);
comment on table sequence_contacts is 'scope: school; retention: while the school exists; erasure: the contact is set to null';
call app.wall_by_school('sequence_contacts');

-- Which mail each step was to whom; one that was taken back before it left is no mail.
create table sequence_mails (
  school_id uuid not null,
  -- that of the mail in outreach_mails, which goes with its contact
  id uuid not null,
  enrolment_id uuid not null,
  position smallint not null check (position between 1 and 3),
  mail_key text not null,
  promised_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, enrolment_id, position),
  unique (school_id, mail_key),
  foreign key (school_id, enrolment_id) references sequence_contacts (school_id, id) on delete cascade
);
comment on table sequence_mails is 'scope: school; retention: while the school exists; erasure: names nobody';
call app.wall_by_school('sequence_mails');
