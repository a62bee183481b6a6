set local lock_timeout = '5s';

-- Pictures of receipts for what was paid for a need, as they are shown: without what a camera writes beside a picture.
create table fund_receipts (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  allocation_id uuid not null,
  kind text not null check (kind in ('image/jpeg', 'image/png')),
  content bytea not null check (length(content) between 1 and 5242880),
  -- the same picture once for each need
  digest bytea not null generated always as (sha256(content)) stored,
  added_by uuid,
  added_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, allocation_id, digest),
  foreign key (school_id, allocation_id) references fund_allocations (school_id, id) on delete cascade,
  foreign key (school_id, added_by) references people (school_id, id) on delete set null (added_by)
);
comment on table fund_receipts is 'scope: school; retention: with the need; erasure: row deleted with the student whom the need was for';
call app.wall_by_school('fund_receipts');

-- A receipt may name the student: it goes with them, as every word about them does.
create or replace function app.forget_allocation_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.fund_receipts r using public.fund_allocations a
    where a.school_id = r.school_id and a.id = r.allocation_id and a.school_id = old.school_id and a.student_id = old.id;
  update public.fund_allocations set student_id = null, need = '', business_decision = '', evidence = '', form_digest = ''
    where school_id = old.school_id and student_id = old.id;
  return old;
end $$;
