set local lock_timeout = '5s';

-- What the mail would say that a task stands in for: its kind, key and props. It goes when the task is closed.
alter table staff_tasks add column notice jsonb;
alter table staff_tasks add constraint staff_tasks_notice_open check (notice is null or state = 'open') not valid;
alter table staff_tasks validate constraint staff_tasks_notice_open;

-- One more kind of task. The kinds before stay as they are by now.
do $$
declare kinds text := pg_get_constraintdef(oid) from pg_constraint
  where conrelid = 'staff_tasks'::regclass and conname = 'staff_tasks_kind_check';
begin
  alter table staff_tasks drop constraint staff_tasks_kind_check;
  execute 'alter table staff_tasks add constraint staff_tasks_kind_check '
    || replace(kinds, '''tell_family''::text', '''tell_family''::text, ''tell_student''::text') || ' not valid';
end $$;
alter table staff_tasks validate constraint staff_tasks_kind_check;

-- Who tried to reach somebody about a task, and what came of it.
create table task_calls (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  task_id uuid not null,
  called_by uuid,
  called_at timestamptz not null,
  channel text not null check (channel in ('phone', 'paper', 'in_person')),
  outcome text not null check (outcome in ('reached', 'left_message', 'no_answer', 'wrong_number')),
  -- When somebody tries again.
  next_on date check (outcome <> 'reached' or next_on is null),
  primary key (school_id, id),
  foreign key (school_id, task_id) references staff_tasks (school_id, id) on delete cascade,
  foreign key (school_id, called_by) references people (school_id, id) on delete set null (called_by)
);
create index task_calls_of_task on task_calls (school_id, task_id, called_at);
comment on table task_calls is 'scope: school; retention: with its task; erasure: goes with its task, and names nobody but staff';
call app.wall_by_school('task_calls');
