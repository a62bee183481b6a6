set local lock_timeout = '5s';

-- A mistaken check is replaced by a new one, once; neither is written over. A reference says where the paper is, not what it says.
alter table clearances
  add column replaces uuid,
  add constraint clearances_replaces_fkey foreign key (school_id, replaces) references clearances (school_id, id) on delete set null (replaces),
  add constraint clearances_replaced_once unique (school_id, replaces),
  add constraint clearances_not_of_itself check (replaces <> id),
  add constraint clearances_end_after_check check (expires_on >= checked_on),
  add constraint clearances_short_reference check (length(evidence_reference) <= 40);
revoke update on clearances from app_scoped;

-- A check that did not come back clear, of somebody with whom students are or will be.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested', 'fund_difference', 'delete_contact', 'visit_called_off', 'question', 'message_held', 'check_not_clear')) not valid;
alter table staff_tasks validate constraint staff_tasks_kind_check;
