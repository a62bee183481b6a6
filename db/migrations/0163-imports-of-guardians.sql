set local lock_timeout = '5s';

-- A file may be about guardians: a row is one adult of one student.
alter table imports
  drop constraint imports_kind_check,
  add constraint imports_kind_check check (kind in ('placements', 'students', 'guardians', 'contacts')) not valid;
alter table imports validate constraint imports_kind_check;
comment on table imports is 'scope: school; retention: 90 days; erasure: the file may name contacts of organisations, row deleted; of a file of people nothing is kept after the run, or after seven days without a yes, but its refused rows';

-- When a file of guardians last named a link; of one that staff made by hand never. Whoever is missing in the next file is told by it.
alter table guardian_links add column listed_at timestamptz;
