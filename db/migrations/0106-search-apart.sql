set local lock_timeout = '5s';

-- What students like stands in the search tables, and they carry no school wall (0008): so no transaction of a school reads
-- them. The search reads them through the door for jobs alone, which names a school in every question.
revoke select on search_documents, search_terms, search_postings from app_scoped;
comment on table search_documents is 'scope: none by policy, and none of a school''s transactions may read it (search data of placements and of students without names: every question names its school and rows are re-read under scope); retention: with the indexed row; erasure: emptied when the indexed row is removed';
comment on table search_terms is 'scope: none by policy, and none of a school''s transactions may read it (single words without their document); retention: while a document holds the word; erasure: removed with the last document';
comment on table search_postings is 'scope: none by policy, and none of a school''s transactions may read it (numbers only); retention: with the document; erasure: removed with the document';

-- The queue of app/jobs/catalogue.ts: an engine that does not answer holds one place of the worker with these, not all.
create or replace function app.queue_students(school uuid, keys uuid[]) returns void language plpgsql as $$
begin
  for place in 1 .. coalesce(cardinality(keys), 0) by 500 loop
    perform app.enqueue('sync-students', json_build_object('schoolId', school, 'keys', keys[place : place + 499]),
      case when cardinality(keys) = 1 then 'sync-students:' || keys[1] end, null, 'search-students', 25, -5);
  end loop;
end $$;
create or replace function app.queue_school_students(school uuid) returns void language sql as $$
  select app.enqueue('sync-students', json_build_object('schoolId', school, 'keys', null), 'sync-students:' || school,
    now() + interval '15 seconds', 'search-students', 25, 5)
$$;

-- A job that is asked again soon is a new one, and says in `again` since when, how often and why: it counts as one that failed
-- and comes again, never as one that was given up.
create or replace function app.own_jobs(tasks text[])
returns table (id bigint, task text, subject text, attempts integer, max_attempts integer, created_at timestamptz, run_at timestamptz, running boolean, last_error text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  -- The job tables come after the migrations, hence no function that is checked when it is made.
  return query select j.id, t.identifier::text, coalesce(j.payload ->> 'placementId', j.payload -> 'keys' ->> 0, ''),
    j.attempts::integer + before.tries, j.max_attempts::integer + before.tries,
    coalesce((j.payload -> 'again' ->> 'since')::timestamptz, j.created_at), j.run_at, j.locked_at is not null,
    coalesce(j.last_error, t.identifier || ' failed: ' || (j.payload -> 'again' ->> 'fault'), '')::text
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    cross join lateral (select coalesce((j.payload -> 'again' ->> 'tries')::integer, 0) as tries) before
  where t.identifier = any(tasks) and t.identifier = any(array['sync-placement', 'sync-students'])
    and app.district_id() is not null
    and ((j.payload ->> 'schoolId')::uuid = app.school_id() or (j.payload ->> 'districtId')::uuid = app.district_id());
end $$;
