set local lock_timeout = '5s';

-- Whether the queue still has the job that makes a plan, with a try left or under way. The library's own tables refuse everybody
-- but their owner, hence the owner's rights; the school is not a parameter, so nobody can ask about another one's.
create function app.is_still_tried(run uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The job tables come after the migrations, hence no function that is checked when it is made.
  return exists (select from graphile_worker._private_jobs j
    where j.key = 'propose-matches:' || app.school_id() and j.payload ->> 'runId' = run::text
      and (j.attempts < j.max_attempts or j.locked_at is not null));
end $$;
revoke execute on function app.is_still_tried(uuid) from public;
grant execute on function app.is_still_tried(uuid) to app_scoped;
