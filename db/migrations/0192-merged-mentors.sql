set local lock_timeout = '5s';

-- Two mentors who are one person, made one by staff of the district, for a week undone in the same way (decision 140).
alter table merges
  drop constraint merges_noun_check,
  add constraint merges_noun_check check (noun in ('organisation', 'contact', 'mentor')) not valid;
alter table merges validate constraint merges_noun_check;

-- Whom a mentor went into. The row stays without ties: what schools hold of it, also sealed, goes on to say whom it meant.
alter table mentors
  add column merged_into uuid check (merged_into <> id),
  add constraint mentors_merged_into_fkey foreign key (district_id, merged_into) references mentors (district_id, id) on delete cascade not valid;
alter table mentors validate constraint mentors_merged_into_fkey;
