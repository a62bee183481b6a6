set local lock_timeout = '5s';

-- Two contacts who are one person, made one by staff of their school, are undone in the same way (decision 129).
alter table merges
  drop constraint merges_noun_check,
  add constraint merges_noun_check check (noun in ('organisation', 'contact')) not valid;
alter table merges validate constraint merges_noun_check;
-- Contacts are a school's: of its merges of them no other one learns an id.
create policy contacts_of_own_school on merges as restrictive to app_scoped
  using (noun <> 'contact' or by_school_id = (select app.school_id()));
comment on table merge_moves is 'scope: district, what is a school''s to that school alone; retention: with the merge; erasure: goes with the merge after seven days, and with the contact at once';
