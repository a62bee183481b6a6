set local lock_timeout = '5s';

-- Names as they were when a report was sent: it is read long after whom it names is renamed or forgotten.
alter table concerns add column about_full_name text not null default '', add column reporter_name text not null default '';

-- A lead may stop a change of the leads before it holds, and so may an admin.
drop policy admins_change on safeguarding_leads;
create policy admins_and_leads_change on safeguarding_leads for update to app_scoped using (school_id = (select app.school_id())
  and ((select app.is_staff(app.person_id(), '{admin}')) or (select app.is_lead(app.person_id()))));
