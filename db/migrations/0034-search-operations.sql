set local lock_timeout = '5s';

-- What the operations page says of the search. Counts and versions of the whole installation, nothing of any school.
create table search_engines (
  engine text primary key,
  version text not null default '',
  noted_at timestamptz not null default now(),
  -- since when a process of ours has given it a rest; null while it answers
  resting_since timestamptz
);
comment on table search_engines is 'scope: none by policy (names and versions of engines only); retention: while the engine is used; erasure: holds no personal data';

create table search_checks (
  engine text not null,
  index_name text not null,
  checked_at timestamptz not null,
  held integer not null,
  missing integer not null,
  orphaned integer not null,
  stale integer not null,
  unreadable integer not null,
  primary key (engine, index_name)
);
comment on table search_checks is 'scope: none by policy (counts only); retention: until the next check; erasure: holds no personal data';

grant select, insert, update on search_engines, search_checks to app_system;

-- Jobs of the named tasks that belong to the school or district of the transaction. The library's own tables refuse
-- everybody but their owner, hence the owner's rights; the scope is not a parameter, so nobody can ask for another one.
create function app.own_jobs(tasks text[])
returns table (id bigint, task text, subject text, attempts integer, max_attempts integer, created_at timestamptz, run_at timestamptz, running boolean, last_error text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  -- The job tables come after the migrations, hence no function that is checked when it is made.
  return query select j.id, t.identifier::text, coalesce(j.payload ->> 'placementId', j.payload -> 'keys' ->> 0, ''), j.attempts::integer, j.max_attempts::integer,
    j.created_at, j.run_at, j.locked_at is not null, coalesce(j.last_error, '')::text
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = any(tasks) and t.identifier = any(array['sync-placement', 'sync-students'])
    and app.district_id() is not null
    and ((j.payload ->> 'schoolId')::uuid = app.school_id() or (j.payload ->> 'districtId')::uuid = app.district_id());
end $$;

-- Tries a job of the scope again at once, or takes it away; says whether there was such a job that nobody is working on.
create function app.settle_own_job(job bigint, decision text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from app.own_jobs(array['sync-placement', 'sync-students']) o where o.id = job and not o.running;
  if not found then
    return false;
  end if;
  case decision
    when 'retry' then perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0);
    when 'discard' then perform graphile_worker.complete_jobs(array[job]);
  end case;
  return true;
end $$;
revoke execute on function app.own_jobs(text[]), app.settle_own_job(bigint, text) from public;
grant execute on function app.own_jobs(text[]), app.settle_own_job(bigint, text) to app_scoped;
