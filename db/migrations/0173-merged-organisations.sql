set local lock_timeout = '5s';

-- A place of work, a placement, a listing and a pursuit hand the id of their organisation down to what hangs on them. Where it
-- changes at the top it follows below, in every school: a foreign key reaches over the walls and tells nobody what is behind them.
do $$
declare tie record;
begin
  for tie in
    select k.conrelid::regclass as target, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'organisation_id' and a.attnum = any (k.conkey)
    where k.contype = 'f' and k.confupdtype = 'a'
      and k.confrelid in ('sites'::regclass, 'placements'::regclass, 'listings'::regclass, 'pursuits'::regclass)
  loop
    execute format('alter table %1$s drop constraint %2$I, add constraint %2$I %3$s on update cascade not valid', tie.target, tie.name, tie.definition);
    execute format('alter table %s validate constraint %I', tie.target, tie.name);
  end loop;
end $$;

-- The other names under which an organisation is known since staff made one of two (decision 129).
create table organisation_names (
  district_id uuid not null references districts,
  name_key text not null,
  organisation_id uuid not null,
  -- since when the district knew somebody by it
  known_since timestamptz not null,
  primary key (district_id, name_key),
  foreign key (district_id, organisation_id) references organisations (district_id, id) on delete cascade
);
create index organisation_names_by_organisation on organisation_names (district_id, organisation_id);
comment on table organisation_names is 'scope: district; retention: with the organisation; erasure: holds no personal data';
call app.wall_by_district('organisation_names');

-- Two that were one, made one by staff; it can be undone while this row stands.
create table merges (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  noun text not null check (noun in ('organisation')),
  kept_id uuid not null,
  gone_id uuid not null,
  by_school_id uuid not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (district_id, id),
  check (kept_id <> gone_id),
  foreign key (district_id, by_school_id) references schools (district_id, id)
);
comment on table merges is 'scope: district; retention: 7 days; erasure: holds ids only';
call app.wall_by_district('merges');

-- Each row that came over, by its key; a row that was taken away or written over stands here as it was.
create table merge_moves (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  merge_id uuid not null,
  -- whose row it is; null where it is the district's
  school_id uuid,
  table_name text not null,
  row_key jsonb not null,
  row_before jsonb,
  primary key (district_id, id),
  foreign key (district_id, merge_id) references merges (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index merge_moves_by_merge on merge_moves (district_id, merge_id, table_name);
comment on table merge_moves is 'scope: district, what is a school''s to that school alone; retention: with the merge; erasure: goes with the merge after seven days';
alter table merge_moves enable row level security;
alter table merge_moves force row level security;
create policy own_rows on merge_moves to app_scoped
  using (district_id = (select app.district_id()) and (select app.school_id()) is not null and (school_id is null or school_id = (select app.school_id())))
  with check (district_id = (select app.district_id()) and (select app.school_id()) is not null and (school_id is null or school_id = (select app.school_id())));
grant select, insert, update, delete on merge_moves to app_scoped;
