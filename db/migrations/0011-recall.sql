set local lock_timeout = '5s';

-- A mail that has not left is stopped with the fact that ends its reason, and somebody who asks to be forgotten is forgotten
-- in the mails to them too. A request still reads no body: it may only empty one.
create policy own_school_update on mails for update to app_scoped
  using (school_id = (select app.school_id())) with check (school_id = (select app.school_id()));
grant select (handed_at) on mails to app_scoped;
grant update (state, props, recipient_mail, last_error, wiped_at, frozen_from, frozen_subject, frozen_html, frozen_text, frozen_headers) on mails to app_scoped;

-- Somebody who was introduced names an organisation that is there already: a coordinator confirms that they belong to it.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation'));
