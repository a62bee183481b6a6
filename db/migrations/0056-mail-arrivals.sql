set local lock_timeout = '5s';

-- What became of a mail after the provider took it, as its signed reports tell; app/domain/mail/arrival.ts says which one counts
-- more. A report also proves that the provider has a mail whose answer was lost.
alter table mails add column arrival text check (arrival in ('sent', 'delayed', 'delivered', 'returned', 'bounced', 'complained'));
alter table mails add column arrival_at timestamptz;
alter table mails add check ((arrival is null) = (arrival_at is null));
grant select (district_id, recipient_language, wiped_at, provider_id, arrival, arrival_at) on mails to app_scoped;
grant update (sent_at, provider_id, arrival, arrival_at) on mails to app_scoped;

-- Reports that were taken, so that a second copy of one does nothing.
create table mail_events (
  event_id text primary key check (length(event_id) between 1 and 255),
  school_id uuid references schools,
  type text not null check (length(type) <= 100),
  received_at timestamptz not null
);
comment on table mail_events is 'scope: school, or global for sign-in; retention: 90 days; erasure: holds no personal data';
alter table mail_events enable row level security;
alter table mail_events force row level security;
create policy own_school_insert on mail_events for insert to app_scoped with check (school_id = (select app.school_id()));
create policy system_all on mail_events to app_system using (true) with check (true);
grant insert on mail_events to app_scoped;
grant select, insert, delete on mail_events to app_system;

-- A bounce is of the past once a person says that the address works.
create policy own_district_lift on mail_suppressions for delete to app_scoped
  using (reason = 'bounced' and district_id = (select app.district_id()) and (select app.school_id()) is not null);
grant select (reason), delete on mail_suppressions to app_scoped;
