set local lock_timeout = '5s';

-- Has those come at once that an engine did not take, also the ones that were given up meanwhile: their tries begin anew. One that
-- was hurried so and failed again keeps its tries for the next six hours, the longest wait between two of them: it would be the
-- first to fail after each coming back, and by that give the engine its next rest. A newer change of the row wipes the flag.
create or replace function app.hurry_search_changes() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hurried bigint[];
begin
  select array_agg(job.id) into hurried from graphile_worker.reschedule_jobs(array(
      select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = any(array['sync-placement', 'sync-students']) and j.locked_at is null
        and (j.last_error ~ ': engine_(down|unfit|busy)$' or j.payload -> 'again' ->> 'fault' ~ '^engine_(down|unfit|busy)$')
        and not (coalesce(j.flags ? 'hurried', false) and j.updated_at > now() - interval '6 hours')
    ), run_at => now(), attempts => 0) job;
  update graphile_worker._private_jobs set flags = coalesce(flags, '{}') || '{"hurried": true}' where id = any(hurried);
end $$;
