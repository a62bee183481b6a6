set local lock_timeout = '5s';

-- An approval on the board waits a moment before anything comes of it, so that it can be undone without a trace outside.
alter table matches drop constraint matches_state_check;
alter table matches add constraint matches_state_check
  check (state in ('proposed', 'held', 'approved', 'declined', 'stale'));
alter table matches add column held_until timestamptz;
alter table matches add column held_by uuid;
alter table matches add column held_as text check (held_as in ('approved', 'suggested'));
-- why an approval was put back instead of carried out, for the board
alter table matches add column hold_fault text;
alter table matches add check (state <> 'held' or (held_until is not null and held_as is not null));
alter table matches add constraint matches_held_by_fkey
  foreign key (school_id, held_by) references people (school_id, id) on delete set null (held_by) not valid;
alter table matches validate constraint matches_held_by_fkey;

create or replace function app.enqueue(task text, payload json, job_key text, run_at timestamptz, queue text, max_attempts integer, priority integer)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if task <> all (array['deliver-mail', 'sync-placement', 'run-import', 'propose-matches', 'approve-held', 'expire-pursuits', 'sweep']) then
    raise exception 'there is no task %', task using errcode = 'invalid_parameter_value';
  end if;
  if current_setting('role', true) = 'app_identity' and task <> 'deliver-mail' then
    raise exception 'the identity door only sends mail' using errcode = 'insufficient_privilege';
  end if;
  if app.district_id() is not null and (
    (payload ->> 'schoolId' is not null and (payload ->> 'schoolId')::uuid is distinct from app.school_id())
    or (payload ->> 'districtId' is not null and (payload ->> 'districtId')::uuid is distinct from app.district_id())
  ) then
    raise exception 'this job belongs to another school' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    identifier => task, payload => payload, queue_name => queue, run_at => run_at,
    max_attempts => max_attempts, job_key => job_key, priority => priority);
end $$;
