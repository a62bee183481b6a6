set local lock_timeout = '5s';

-- A file may hold people at organisations whom the school may write to. All kinds stand here, whichever of these migrations comes last.
alter table imports
  drop constraint imports_kind_check,
  add constraint imports_kind_check check (kind in ('placements', 'students', 'guardians', 'contacts')) not valid;

-- A row becomes a placement, somebody of the school or a contact. Whoever forgets the contact forgets the row. What is
-- there already is looked through by 0161, in a transaction that holds nobody up.
alter table import_rows
  add column contact_id uuid,
  add constraint import_rows_contact_fkey foreign key (school_id, contact_id) references contacts (school_id, id) on delete cascade not valid,
  drop constraint import_rows_became,
  add constraint import_rows_became check ((outcome = 'rejected') = (placement_id is null and person_id is null and contact_id is null)) not valid;

-- Which files said something of a contact, and who brought each in: kept when the file itself is long deleted.
create table contact_imports (
  school_id uuid not null,
  contact_id uuid not null,
  import_id uuid not null,
  file_name text not null,
  -- civil date at the school
  brought_on date not null,
  brought_by uuid,
  primary key (school_id, contact_id, import_id),
  foreign key (school_id, contact_id) references contacts (school_id, id) on delete cascade,
  foreign key (school_id, brought_by) references people (school_id, id) on delete set null (brought_by)
);
create index contact_imports_by_person on contact_imports (school_id, brought_by) where brought_by is not null;
comment on table contact_imports is 'scope: school; retention: with the contact; erasure: row deleted with the contact';
call app.wall_by_school('contact_imports');
