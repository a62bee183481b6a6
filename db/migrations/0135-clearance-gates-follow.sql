set local lock_timeout = '5s';

-- A closed clearance gate that is open again, because who is named or the last day changed, or a check has run out.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested', 'fund_difference', 'delete_contact', 'visit_called_off', 'question', 'message_held', 'check_not_clear', 'tell_host', 'clearance_open'));

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''settle-clearances''');
end $$;
