set local lock_timeout = '5s';

-- A message that seems to give away how somebody is reached, or to ask for what a student should not be asked, waits for the school.
alter table messages
  add column state text not null default 'sent' check (state in ('sent', 'held', 'returned')),
  add column held_for text[] not null default '{}' check (held_for <@ '{mail,phone,link,handle,words}'::text[]),
  -- what its writer reads
  add column returned_because text not null default '' check (length(returned_because) <= 500),
  add column settled_at timestamptz,
  add constraint messages_held_for_something check (state = 'sent' or held_for <> '{}');
grant update (state, returned_because, settled_at) on messages to app_scoped;

alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested', 'fund_difference', 'delete_contact', 'visit_called_off', 'question', 'message_held')) not valid;
alter table staff_tasks validate constraint staff_tasks_kind_check;
