set local lock_timeout = '5s';

-- A student goes from one school of a district to another. The one row that both see: who, from when, and what became of it.
-- What a school keeps of the student is on its own side of the wall, and what comes along is copied there when the student is received.
create table transfers (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  from_school_id uuid not null,
  to_school_id uuid not null check (to_school_id <> from_school_id),
  student_id uuid not null,
  -- by which the new school knows who comes; follows a change at the old one, and is "" once there is nobody to come
  student_name text not null check (length(student_name) <= 200),
  last_day date not null,
  first_day date not null check (first_day > last_day),
  -- an adult of the student has not every right at the old school: what another one may know, the new school asks before it decides
  asks_first boolean not null,
  said_at timestamptz not null,
  -- since when the old school has let the student go
  left_at timestamptz,
  taken_back_at timestamptz,
  received_at timestamptz,
  refused_at timestamptz,
  lapsed_at timestamptz,
  refusal text not null default '' check (length(refusal) <= 500),
  check (num_nonnulls(taken_back_at, received_at, refused_at, lapsed_at) <= 1),
  primary key (district_id, id),
  foreign key (district_id, from_school_id) references schools (district_id, id),
  foreign key (district_id, to_school_id) references schools (district_id, id),
  foreign key (from_school_id, student_id) references people (school_id, id) on delete cascade
);
create unique index one_standing_transfer on transfers (from_school_id, student_id)
  where taken_back_at is null and received_at is null and refused_at is null and lapsed_at is null;
create index transfers_by_new_school on transfers (to_school_id, first_day);
comment on table transfers is 'scope: the two schools; retention: 90 days; erasure: row deleted with the student of the old school';
alter table transfers enable row level security;
alter table transfers force row level security;
create policy either_school_reads on transfers for select to app_scoped
  using ((select app.school_id()) in (from_school_id, to_school_id));
create policy old_school_says on transfers for insert to app_scoped
  with check (from_school_id = (select app.school_id()) and district_id = (select app.district_id()));
create policy either_school_answers on transfers for update to app_scoped
  using ((select app.school_id()) in (from_school_id, to_school_id))
  with check ((select app.school_id()) in (from_school_id, to_school_id));
create policy either_school_forgets on transfers for delete to app_scoped
  using ((select app.school_id()) in (from_school_id, to_school_id));
grant select, insert, delete on transfers to app_scoped;
grant update (student_name, left_at, taken_back_at, received_at, refused_at, lapsed_at, refusal) on transfers to app_scoped;

-- A link that came along from another school: it gives nothing until staff have decided each right.
alter table guardian_links add column rights_undecided boolean not null default false;

-- Four kinds of tasks more. The kinds before stay as they are by now.
do $$
declare kinds text := pg_get_constraintdef(oid) from pg_constraint
  where conrelid = 'staff_tasks'::regclass and conname = 'staff_tasks_kind_check';
begin
  alter table staff_tasks drop constraint staff_tasks_kind_check;
  execute 'alter table staff_tasks add constraint staff_tasks_kind_check '
    || replace(kinds, '''check_not_clear''::text',
      '''check_not_clear''::text, ''receive_student''::text, ''decide_rights''::text, ''transfer_refused''::text, ''leaving_waits''::text') || ' not valid';
end $$;
alter table staff_tasks validate constraint staff_tasks_kind_check;
