set local lock_timeout = '5s';

-- Two rows of one person of a school, made one by its staff, are for a week undone as mentors are (decision 152).
alter table merges
  drop constraint merges_noun_check,
  add constraint merges_noun_check check (noun in ('organisation', 'contact', 'mentor', 'person')) not valid;
alter table merges validate constraint merges_noun_check;
-- People are a school's as contacts are: of its merges of them no other one learns an id.
create policy people_of_own_school on merges as restrictive to app_scoped
  using (noun <> 'person' or by_school_id = (select app.school_id()));

-- Whom somebody went into. The row stays, without a student and a way in: what is kept under it, also sealed, goes on to say whom it meant.
alter table people
  add column merged_into uuid check (merged_into <> id),
  add constraint people_merged_into_fkey foreign key (school_id, merged_into) references people (school_id, id) on delete cascade not valid;
alter table people validate constraint people_merged_into_fkey;

-- Nobody reads what is sealed about a row that went into them.
create policy not_by_whom_it_is_about on concerns as restrictive for select to app_scoped
  using (about_person_id is null or not exists (
    with recursive who as (
      select p.merged_into from people p where p.school_id = concerns.school_id and p.id = concerns.about_person_id and p.merged_into is not null
      union select p.merged_into from people p join who on p.school_id = concerns.school_id and p.id = who.merged_into where p.merged_into is not null)
    select from who where who.merged_into = (select app.person_id())));

-- Two people of a school whom staff looked at and found not to be the same: they are proposed no more (decision 149).
create table people_apart (
  school_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  said_at timestamptz not null,
  primary key (school_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (school_id, one_id) references people (school_id, id) on delete cascade,
  foreign key (school_id, other_id) references people (school_id, id) on delete cascade
);
create index people_apart_by_other on people_apart (school_id, other_id);
comment on table people_apart is 'scope: school; retention: with either person; erasure: row deleted with either person';
call app.wall_by_school('people_apart');
revoke update on people_apart from app_scoped;
