set local lock_timeout = '5s';

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''sync-students''');
end $$;

-- Queues students for the index of interests, in the transaction that changed them. Triggers do it, not each writer: a
-- student who is erased, by whatever way, must leave the index. Many at once are one job for every 500; the number of tries
-- and the priority are those of app/jobs/catalogue.ts, and a test compares them.
create function app.queue_students(school uuid, keys uuid[]) returns void language plpgsql as $$
begin
  for place in 1 .. coalesce(cardinality(keys), 0) by 500 loop
    perform app.enqueue('sync-students', json_build_object('schoolId', school, 'keys', keys[place : place + 499]),
      case when cardinality(keys) = 1 then 'sync-students:' || keys[1] end, null, null, 25, -5);
  end loop;
end $$;

-- Area and grades are told only where ten share them: who comes, goes or moves may change what is told of others.
create function app.queue_school_students(school uuid) returns void language sql as $$
  select app.enqueue('sync-students', json_build_object('schoolId', school, 'keys', null), 'sync-students:' || school,
    now() + interval '15 seconds', null, 25, 5)
$$;

create function app.queue_interests() returns trigger language plpgsql as $$
declare
  one record;
begin
  for one in
    select s.school_id, array_agg(distinct s.search_key) as keys
    from changed c join students s on s.school_id = c.school_id and s.id = c.student_id group by s.school_id
  loop
    perform app.queue_students(one.school_id, one.keys);
  end loop;
  return null;
end $$;

create trigger queue_interests_added after insert on student_interests
  referencing new table as changed for each statement execute function app.queue_interests();
create trigger queue_interests_changed after update on student_interests
  referencing new table as changed for each statement execute function app.queue_interests();
create trigger queue_interests_removed after delete on student_interests
  referencing old table as changed for each statement execute function app.queue_interests();

create function app.queue_changed_students() returns trigger language plpgsql as $$
declare
  one record;
begin
  for one in select school_id, array_agg(search_key) as keys from changed group by school_id loop
    perform app.queue_students(one.school_id, one.keys);
    perform app.queue_school_students(one.school_id);
  end loop;
  return null;
end $$;

create function app.queue_edited_students() returns trigger language plpgsql as $$
declare
  one record;
begin
  for one in
    select n.school_id, array_agg(n.search_key) as keys, bool_or((n.grade, n.area_id) is distinct from (o.grade, o.area_id)) as moved
    from changed n join before o on o.school_id = n.school_id and o.id = n.id
    where (n.grade, n.area_id, n.weekdays) is distinct from (o.grade, o.area_id, o.weekdays) group by n.school_id
  loop
    perform app.queue_students(one.school_id, one.keys);
    if one.moved then
      perform app.queue_school_students(one.school_id);
    end if;
  end loop;
  return null;
end $$;

create trigger queue_students_added after insert on students
  referencing new table as changed for each statement execute function app.queue_changed_students();
create trigger queue_students_edited after update on students
  referencing new table as changed old table as before for each statement execute function app.queue_edited_students();
create trigger queue_students_removed after delete on students
  referencing old table as changed for each statement execute function app.queue_changed_students();

create function app.queue_leaver() returns trigger language plpgsql as $$
declare
  key uuid := (select search_key from students where school_id = new.school_id and id = new.id);
begin
  if key is not null then
    perform app.queue_students(new.school_id, array[key]);
    perform app.queue_school_students(new.school_id);
  end if;
  return null;
end $$;

create trigger queue_leaver after update of left_on on people for each row
  when (old.left_on is distinct from new.left_on) execute function app.queue_leaver();
