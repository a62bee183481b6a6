set local lock_timeout = '5s';

-- News of a student that no mail takes to the host: the lead mentor is not to read it, or nobody is named.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested', 'fund_difference', 'delete_contact', 'visit_called_off', 'question', 'message_held', 'check_not_clear', 'tell_host'));
