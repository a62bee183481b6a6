set local lock_timeout = '5s';

-- What a student learns to do at a placement, and what else the work is called: few short lines that the host writes.
alter table placements
  add column skills text[] not null default '{}',
  add column aliases text[] not null default '{}';
-- No line is empty, and none longer than 60 characters; a line break would make two of one.
alter table placements add constraint placements_skills_short check (
  cardinality(skills) <= 8 and array_position(skills, null) is null and array_position(skills, '') is null
  and array_to_string(skills, '') !~ '\n' and array_to_string(skills, E'\n') !~ '[^\n]{61}') not valid;
alter table placements validate constraint placements_skills_short;
alter table placements add constraint placements_aliases_short check (
  cardinality(aliases) <= 8 and array_position(aliases, null) is null and array_position(aliases, '') is null
  and array_to_string(aliases, '') !~ '\n' and array_to_string(aliases, E'\n') !~ '[^\n]{61}') not valid;
alter table placements validate constraint placements_aliases_short;
