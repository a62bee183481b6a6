-- A row that names a school and a district names the district of that school: the key says so, since a foreign key passes
-- every policy. Keys by school alone go; the pair says more.
set local lock_timeout = '5s';

-- Whoever wrote an act in a school wrote its district too; from here on the table insists.
alter table audit_log add constraint audit_log_school_in_district check (school_id is null or district_id is not null) not valid;
alter table students add column district_id uuid;
alter table identity.memberships add constraint memberships_of_account unique (account_id, id);

-- New rows are held to these at once.
alter table audit_log drop constraint audit_log_school_id_fkey;
alter table audit_log add constraint audit_log_school_fkey foreign key (district_id, school_id) references schools (district_id, id) not valid;
alter table clearances drop constraint clearances_school_id_fkey;
alter table clearances add constraint clearances_school_fkey foreign key (district_id, school_id) references schools (district_id, id) not valid;
alter table disclosures add constraint disclosures_school_fkey foreign key (district_id, school_id) references schools (district_id, id) not valid;
alter table disclosures add constraint disclosures_mentor_fkey foreign key (district_id, mentor_id) references mentors (district_id, id) not valid;
alter table engagements add constraint engagements_school_fkey foreign key (district_id, school_id) references schools (district_id, id) not valid;
alter table exhibition_panel add constraint exhibition_panel_school_fkey foreign key (district_id, school_id) references schools (district_id, id) not valid;
alter table forbidden_pairs add constraint forbidden_pairs_school_fkey foreign key (district_id, school_id) references schools (district_id, id) not valid;
alter table import_rows add constraint import_rows_school_fkey foreign key (district_id, school_id) references schools (district_id, id) not valid;
-- A student lives in an area of the school's own district.
alter table students drop constraint students_school_id_fkey;
alter table students drop constraint students_area_id_fkey;
alter table students add constraint students_school_fkey foreign key (district_id, school_id) references schools (district_id, id) not valid;
alter table students add constraint students_area_fkey foreign key (district_id, area_id) references areas (district_id, id) not valid;
-- A session acts in a membership of its own account. Somebody with a school's membership is a person of that school.
alter table identity.sessions drop constraint sessions_membership_id_fkey;
alter table identity.sessions add constraint sessions_membership_fkey foreign key (account_id, membership_id)
  references identity.memberships (account_id, id) on delete set null (membership_id) not valid;
alter table identity.memberships add constraint memberships_person_fkey foreign key (school_id, person_id) references people (school_id, id) not valid;
-- These had the pair already.
alter table identity.links drop constraint links_school_id_fkey;
alter table identity.memberships drop constraint memberships_school_id_fkey;
alter table imports drop constraint imports_school_id_fkey;
alter table introductions drop constraint introductions_school_id_fkey;
alter table listings drop constraint listings_school_id_fkey;
alter table mails drop constraint mails_school_id_fkey;

-- FORCE blinds the owner: an update would touch no row, and a key would be found good without a row being looked at.
create procedure app.force_walls(targets regclass[], forced boolean) language plpgsql as $$
declare
  target regclass;
begin
  foreach target in array targets loop
    execute format('alter table %s %s force row level security', target, case when forced then '' else 'no' end);
  end loop;
end $$;
revoke execute on procedure app.force_walls(regclass[], boolean) from public;

do $$
declare
  walled regclass[] := array['schools', 'areas', 'people', 'mentors', 'identity.memberships', 'audit_log', 'clearances',
    'disclosures', 'engagements', 'exhibition_panel', 'forbidden_pairs', 'import_rows', 'students']::regclass[];
  added record;
begin
  call app.force_walls(walled, false);
  update audit_log a set district_id = s.district_id from schools s where s.id = a.school_id and a.district_id is null;
  update students t set district_id = s.district_id from schools s where s.id = t.school_id;
  alter table students alter column district_id set not null;
  for added in select conrelid::regclass as target, conname from pg_constraint where not convalidated and conrelid = any (walled || 'identity.sessions'::regclass) loop
    execute format('alter table %s validate constraint %I', added.target, added.conname);
  end loop;
  call app.force_walls(walled, true);
end $$;

comment on table search_documents is 'scope: none by policy (ids and search data only, every query names its school and rows are re-read under scope); retention: with the indexed row; erasure: emptied when the indexed row is removed';
