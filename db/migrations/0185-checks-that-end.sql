set local lock_timeout = '5s';

-- A background check that ends soon is to be renewed. The kinds before stay as they are by now.
do $$
declare kinds text := pg_get_constraintdef(oid) from pg_constraint
  where conrelid = 'staff_tasks'::regclass and conname = 'staff_tasks_kind_check';
begin
  alter table staff_tasks drop constraint staff_tasks_kind_check;
  execute 'alter table staff_tasks add constraint staff_tasks_kind_check '
    || replace(kinds, '''check_not_clear''::text', '''check_not_clear''::text, ''check_ending''::text') || ' not valid';
end $$;
alter table staff_tasks validate constraint staff_tasks_kind_check;
