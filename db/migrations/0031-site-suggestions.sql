set local lock_timeout = '5s';

-- A student or family names a place where nobody is listed yet; staff look for somebody there.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested'));
