set local lock_timeout = '5s';

-- Who of the new school the student is by now: until they have left the old one, what protects them there is still kept up here.
alter table transfers add column received_as uuid;
alter table transfers add constraint transfers_received_as_fkey foreign key (to_school_id, received_as)
  references people (school_id, id) on delete set null (received_as);

-- Each side writes what is its own to say, and only one answer stands.
create function app.guard_transfer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare side uuid := app.school_id();
begin
  if current_user <> 'app_scoped' then return new; end if;
  if side is distinct from old.from_school_id
    and ((new.asks_first, new.left_at, new.taken_back_at) is distinct from (old.asks_first, old.left_at, old.taken_back_at)
      or new.student_name not in (old.student_name, ''))
    or side is distinct from old.to_school_id
    and (new.received_at, new.received_as, new.refused_at, new.lapsed_at, new.refusal)
      is distinct from (old.received_at, old.received_as, old.refused_at, old.lapsed_at, old.refusal) then
    raise exception 'that is the other school''s to say' using errcode = 'insufficient_privilege';
  end if;
  if num_nonnulls(old.taken_back_at, old.received_at, old.refused_at, old.lapsed_at) > 0
    and (new.taken_back_at, new.received_at, new.received_as, new.refused_at, new.lapsed_at, new.refusal, new.student_name)
      is distinct from (old.taken_back_at, old.received_at, old.received_as, old.refused_at, old.lapsed_at, old.refusal, old.student_name) then
    raise exception 'a transfer is answered once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_transfer before update on transfers for each row execute function app.guard_transfer();
grant update (asks_first, received_as) on transfers to app_scoped;

-- An announcement comes without an answer, and only the school that made it forgets it, once it is answered.
revoke insert on transfers from app_scoped;
grant insert (district_id, id, from_school_id, to_school_id, student_id, student_name, last_day, first_day, asks_first, said_at, left_at)
  on transfers to app_scoped;
drop policy either_school_forgets on transfers;
create policy old_school_forgets on transfers for delete to app_scoped
  using (from_school_id = (select app.school_id())
    and num_nonnulls(taken_back_at, received_at, refused_at, lapsed_at) > 0);

-- A pair that came along from another school, which does not say why it keeps the two apart.
alter table forbidden_pairs drop constraint forbidden_pairs_reason_check;
alter table forbidden_pairs add constraint forbidden_pairs_reason_check
  check (reason in ('relative', 'household', 'staff', 'transfer')) not valid;
alter table forbidden_pairs validate constraint forbidden_pairs_reason_check;

-- One kind of tasks more. The kinds before stay as they are by now.
do $$
declare kinds text := pg_get_constraintdef(oid) from pg_constraint
  where conrelid = 'staff_tasks'::regclass and conname = 'staff_tasks_kind_check';
begin
  alter table staff_tasks drop constraint staff_tasks_kind_check;
  execute 'alter table staff_tasks add constraint staff_tasks_kind_check '
    || replace(replace(kinds, ' NOT VALID', ''), '''leaving_waits''::text', '''leaving_waits''::text, ''rights_changed''::text') || ' not valid';
end $$;
alter table staff_tasks validate constraint staff_tasks_kind_check;
