set local lock_timeout = '5s';

-- A contact of an organisation asks by a link in a mail to be deleted: a person does it, because placements may hang on them.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested', 'fund_difference', 'delete_contact'));
