set local lock_timeout = '5s';

-- What a match run saw and what it answered, byte for byte: the hash of the input stands with the run, and the same engine
-- makes the same plan of it again. It holds what the engine may know of each student, so it goes with any of them.
create table match_snapshots (
  school_id uuid not null,
  run_id uuid not null,
  input text not null,
  plan text not null,
  student_ids uuid[] not null,
  primary key (school_id, run_id),
  foreign key (school_id, run_id) references match_runs (school_id, id) on delete cascade
);
create index match_snapshots_by_student on match_snapshots using gin (student_ids);
comment on table match_snapshots is 'scope: school; retention: with the run; erasure: row deleted with any student it names';
call app.wall_by_school('match_snapshots');

-- Whoever may delete a student sees the snapshots of the school; nobody has to think of them.
create function app.forget_match_snapshots() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.match_snapshots where school_id = old.school_id and student_ids @> array[old.id];
  return old;
end $$;
create trigger forget_match_snapshots after delete on students for each row execute function app.forget_match_snapshots();

alter table match_runs alter column engine set default 'balanced-1';
