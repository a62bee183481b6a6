set local lock_timeout = '5s';

-- Who was erased or left is taken out of the index of interests before anything else that waits for it: students' changes are
-- one line, and after an outage a long one. The priorities are those of app/jobs/catalogue.ts, and a test compares them.
drop function app.queue_students(uuid, uuid[]);
create function app.queue_students(school uuid, keys uuid[], priority integer default -5) returns void language plpgsql as $$
begin
  for place in 1 .. coalesce(cardinality(keys), 0) by 500 loop
    perform app.enqueue('sync-students', json_build_object('schoolId', school, 'keys', keys[place : place + 499]),
      case when cardinality(keys) = 1 then 'sync-students:' || keys[1] end, null, 'search-students', 25, priority);
  end loop;
end $$;

create or replace function app.queue_changed_students() returns trigger language plpgsql as $$
declare
  one record;
begin
  for one in select school_id, array_agg(search_key) as keys from changed group by school_id loop
    perform app.queue_students(one.school_id, one.keys, case tg_op when 'DELETE' then -6 else -5 end);
    perform app.queue_school_students(one.school_id);
  end loop;
  return null;
end $$;

create or replace function app.queue_leaver() returns trigger language plpgsql as $$
declare
  key uuid := (select search_key from students where school_id = new.school_id and id = new.id);
begin
  if key is not null then
    perform app.queue_students(new.school_id, array[key], case when new.left_on is null then -5 else -6 end);
    perform app.queue_school_students(new.school_id);
  end if;
  return null;
end $$;

comment on table search_documents is 'scope: none by policy, and none of a school''s transactions may read it (search data of placements and of students without names: every question names its school and rows are re-read under scope); retention: with the indexed row, and its id and version as the mark of its removal for a day or two; erasure: emptied when the indexed row is removed';
