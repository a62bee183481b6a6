set local lock_timeout = '5s';

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''probe-search''');
end $$;

-- Whether an engine that takes changes again lacks some of before. Such a job may have been replaced since by a newer change of
-- the same row, which wipes what it failed with and keeps when it was made: so each one that was there when the engine came back
-- counts until it was tried once, but for those that somebody put off. One that fails after that counts for a minute: after it,
-- while others are taken, the record is to blame and not the engine.
create or replace function app.search_changes_wait() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The job tables come after the migrations, hence no function that is checked when it is made.
  return exists (select from public.search_engines e cross join graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = any(array['sync-placement', 'sync-students'])
      and (j.attempts < j.max_attempts or j.locked_at is not null)
      and ((j.created_at <= e.writes_back_at and j.run_at <= now() and (j.attempts = 0 or j.locked_at is not null))
        or (now() < e.writes_back_at + interval '1 minute'
          and (j.last_error ~ ': engine_(down|unfit|busy)$' or j.payload -> 'again' ->> 'fault' ~ '^engine_(down|unfit|busy)$'))));
end $$;

-- Has those come at once that an engine did not take, also the ones that were given up meanwhile: their tries begin anew.
create or replace function app.hurry_search_changes() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.reschedule_jobs(array(
      select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = any(array['sync-placement', 'sync-students']) and j.locked_at is null
        and (j.last_error ~ ': engine_(down|unfit|busy)$' or j.payload -> 'again' ->> 'fault' ~ '^engine_(down|unfit|busy)$')
    ), run_at => now(), attempts => 0);
end $$;
