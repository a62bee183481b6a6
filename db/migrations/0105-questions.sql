set local lock_timeout = '5s';

-- Anybody may ask a school something, also without an account: a person answers. What they wrote goes when it is answered.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested', 'fund_difference', 'delete_contact', 'visit_called_off', 'question')) not valid;
alter table staff_tasks validate constraint staff_tasks_kind_check;
