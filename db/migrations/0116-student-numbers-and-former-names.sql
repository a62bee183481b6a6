set local lock_timeout = '5s';

-- The number by which a school knows a student: files of families refer to it, and no two students of a school share one
-- (index students_by_number, built beside).
alter table students add column student_number text check (length(student_number) between 1 and 40);

-- The audit log holds ids only and is never changed. What somebody was called before stands beside it, where it can be erased;
-- the app writes it and can read none of it (docs/decisions/0095).
create table former_names (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  full_name text not null,
  name_used text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (school_id, id),
  foreign key (school_id, person_id) references people (school_id, id) on delete cascade,
  foreign key (school_id, changed_by) references people (school_id, id)
);
create index former_names_by_person on former_names (school_id, person_id);
comment on table former_names is 'scope: school; retention: 5 years after leaving, then a person deletes it; erasure: rows deleted when the names of their person are overwritten';
alter table former_names enable row level security;
alter table former_names force row level security;
create policy own_school_write on former_names for insert to app_scoped with check (school_id = (select app.school_id()));
grant insert on former_names to app_scoped;

-- A school learns the id behind one address it names itself, to end what was opened to a wrong one; it makes nothing.
create function app.account_of(asked_mail text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select id from identity.accounts where mail = lower(btrim(asked_mail))
$$;
revoke execute on function app.account_of(text) from public;
grant execute on function app.account_of(text) to app_scoped;
