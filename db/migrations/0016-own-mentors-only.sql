-- An organisation that may write its own affiliations could tie any mentor of the district to itself, and then read their
-- contact points and change their name. Schools admit mentors to organisations; an organisation names those it has.
set local lock_timeout = '5s';

drop policy own_organisation on affiliations;
create policy own_organisation_read on affiliations for select to app_scoped
  using (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id()));

create procedure app.open_to_own_mentors(target text, mentor text) language plpgsql as $$
begin
  execute format('drop policy own_organisation on %s', target);
  execute format('create policy own_organisation on %1$s to app_scoped using (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id())) with check (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id()) and (%2$I is null or %2$I = any (array(select a.mentor_id from affiliations a where a.organisation_id = (select app.organisation_id()) and a.district_id = (select app.district_id())))))', target, mentor);
end $$;
revoke execute on procedure app.open_to_own_mentors(text, text) from public;
call app.open_to_own_mentors('mentor_offers', 'mentor_id');
call app.open_to_own_mentors('placements', 'lead_mentor_id');
call app.open_to_own_mentors('placement_backups', 'mentor_id');

-- Whom a district no longer writes to is for its schools to say.
drop policy own_district_insert on mail_suppressions;
create policy own_district_insert on mail_suppressions for insert to app_scoped
  with check (district_id = (select app.district_id()) and (select app.school_id()) is not null);
