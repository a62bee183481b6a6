-- A visit has a place and a time, and its calendar entry a number that grows with each change (RFC 5545, SEQUENCE).
set local lock_timeout = '5s';

alter table visits
  add column place text not null default '',
  add column sequence integer not null default 0 check (sequence >= 0),
  add constraint visits_end_after_start check (ends_at > starts_at),
  add constraint visits_dated_with_time check (state in ('proposed', 'cancelled') or (starts_at is not null and ends_at is not null));

-- Who hears that a visit was called off looks for another day.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested', 'fund_difference', 'delete_contact', 'visit_called_off'));

-- The calendar entry that leaves with a mail, frozen with it: { "method": "REQUEST" | "CANCEL", "text": … }.
alter table mails add column frozen_calendar jsonb;
-- A request stops mails, and then empties them; it reads none.
grant update (frozen_calendar) on mails to app_scoped;
