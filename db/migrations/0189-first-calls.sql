set local lock_timeout = '5s';

-- What a student notes of a call to the host of a pursuit. Practice leaves nothing, and what felt wrong is a concern.
create table first_calls (
  school_id uuid not null,
  -- the key of the form, so that sending it twice notes one call
  id uuid not null,
  pursuit_id uuid not null,
  outcome text not null check (outcome in ('reached', 'call_back', 'voicemail', 'no_answer', 'said_no')),
  call_back_on date check ((call_back_on is not null) = (outcome = 'call_back')),
  note text not null check (length(note) <= 500),
  logged_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, pursuit_id) references pursuits (school_id, id) on delete cascade
);
create index first_calls_of_pursuit on first_calls (school_id, pursuit_id, logged_at);
comment on table first_calls is 'scope: school; retention: with the pursuit; erasure: row deleted with the pursuit';
call app.wall_by_school('first_calls');
revoke update, delete on first_calls from app_scoped;
