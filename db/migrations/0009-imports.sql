set local lock_timeout = '5s';

-- One uploaded file on its way to placements. The file itself stays here, so that a preview, a resumed run and the list of
-- rejected rows all read the same bytes.
create table imports (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  district_id uuid not null,
  created_by uuid,
  file_name text not null check (length(file_name) between 1 and 200),
  file_hash text not null,
  content bytea not null check (length(content) <= 12582912),
  headers jsonb not null,
  header_key text not null,
  row_count integer not null check (row_count between 1 and 20000),
  state text not null default 'uploaded' check (state in ('uploaded', 'mapped', 'running', 'finished', 'failed', 'cancelled')),
  -- { columns: { target: column }, defaultKind }
  mapping jsonb not null,
  mapping_chosen boolean not null default false,
  -- rows read so far; it moves in the transaction that writes those rows
  progress integer not null default 0,
  -- { added, changed, unchanged, rejected, warned }
  counts jsonb not null default '{"added":0,"changed":0,"unchanged":0,"rejected":0,"warned":0}',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  moved_at timestamptz,
  finished_at timestamptz,
  primary key (school_id, id),
  check (progress between 0 and row_count),
  foreign key (district_id, school_id) references schools (district_id, id)
);
create index imports_by_time on imports (school_id, created_at desc);
comment on table imports is 'scope: school; retention: 90 days; erasure: the file may name contacts of organisations, row deleted';
call app.wall_by_school('imports');

create table import_rows (
  school_id uuid not null,
  import_id uuid not null,
  district_id uuid not null,
  row_no integer not null check (row_no > 0),
  outcome text not null check (outcome in ('added', 'changed', 'unchanged', 'rejected')),
  reasons jsonb not null default '[]',
  warnings jsonb not null default '[]',
  -- the cells as they came; only of rejected rows, to hand them back
  raw jsonb,
  placement_id uuid,
  primary key (school_id, import_id, row_no),
  check ((outcome = 'rejected') = (placement_id is null)),
  check ((outcome = 'rejected') = (raw is not null)),
  foreign key (school_id, import_id) references imports (school_id, id) on delete cascade,
  foreign key (district_id, placement_id) references placements (district_id, id) on delete cascade
);
create index import_rows_by_outcome on import_rows (school_id, import_id, outcome, row_no);
create index import_rows_by_placement on import_rows (district_id, placement_id);
comment on table import_rows is 'scope: school; retention: 90 days; erasure: deleted with its import';
call app.wall_by_school('import_rows');

-- How a school last read a file with these columns.
create table import_mappings (
  school_id uuid not null references schools,
  header_key text not null,
  mapping jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (school_id, header_key)
);
comment on table import_mappings is 'scope: school; retention: while a customer; erasure: holds no personal data';
call app.wall_by_school('import_mappings');
