set local lock_timeout = '5s';

-- An engine that answers and takes no change stands still, and nobody who asks it would see that. Since when it has taken none,
-- why, and since when it takes them again; forgotten once it was given all that wait for it.
alter table search_engines
  add column writes_resting_since timestamptz,
  add column writes_resting_because text not null default '',
  add column writes_back_at timestamptz;

-- Whether a change still waits that an engine did not take, in the worker's words for it (`perform`, sync-students-again.ts). The
-- library's own tables refuse everybody but their owner, hence the owner's rights. It says yes or no of the whole installation.
create function app.search_changes_wait() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The job tables come after the migrations, hence no function that is checked when it is made.
  return exists (select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = any(array['sync-placement', 'sync-students'])
      and (j.attempts < j.max_attempts or j.locked_at is not null)
      and (j.last_error ~ ': engine_(down|unfit)$' or j.payload -> 'again' ->> 'fault' in ('engine_down', 'engine_unfit')));
end $$;

-- Has them come at once: their next tries were put off the longer the engine was away.
create function app.hurry_search_changes() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.reschedule_jobs(array(
      select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = any(array['sync-placement', 'sync-students']) and j.locked_at is null
        and j.attempts < j.max_attempts and j.run_at > now()
        and (j.last_error ~ ': engine_(down|unfit)$' or j.payload -> 'again' ->> 'fault' in ('engine_down', 'engine_unfit'))
    ), run_at => now());
end $$;
revoke execute on function app.search_changes_wait(), app.hurry_search_changes() from public;
grant execute on function app.search_changes_wait(), app.hurry_search_changes() to app_system;
