set local lock_timeout = '5s';

-- What a mentor says of themselves, or a school for them: what they like, the languages they speak, how many years they have had
-- students. The revision counts how often it was said, so that of two pages that were open the later one overwrites nothing; the
-- school and its reason are empty for what the mentor said.
alter table mentors
  add column about_revision integer not null default 0,
  add column about_by_school_id uuid,
  add column about_reason text not null default '' check (length(about_reason) <= 500);
alter table mentors add constraint mentors_about_by_school_fkey
  foreign key (district_id, about_by_school_id) references schools (district_id, id) not valid;
alter table mentors validate constraint mentors_about_by_school_fkey;
alter table mentors add constraint mentors_about_reason_of_school check ((about_by_school_id is null) = (about_reason = '')) not valid;
alter table mentors validate constraint mentors_about_reason_of_school;
comment on column mentors.experience_years is 'years with students, not of the work itself: 0 before the first, null where nobody said';
comment on table mentors is 'scope: district; retention: 2 years after the last affiliation, then a person deletes it; erasure: names, contact points, what is said about them and the reasons of a school overwritten';
