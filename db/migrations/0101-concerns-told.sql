set local lock_timeout = '5s';

-- Alerts of sealed reports are written, delivered and answered by jobs. Nobody at the school, who may be named in one, finds them
-- among the mails.
create policy sealed_alerts on mails as restrictive to app_scoped
  using (kind <> 'concern-waits' or (select app.job()) is not null)
  with check (kind <> 'concern-waits' or (select app.job()) is not null);

-- `turn` counts how often somebody was told, so that a job that comes twice tells once.
alter table concern_watch add column turn integer not null default 0, add column waits_since timestamptz not null default now();
grant update (turn, waits_since) on concern_watch to app_scoped;

-- Who has been told of a report, and when for the last time.
create table concern_told (
  school_id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  told_at timestamptz not null,
  primary key (school_id, concern_id, person_id),
  foreign key (school_id, concern_id) references concerns (school_id, id) on delete cascade
);
comment on table concern_told is 'scope: school, sealed to whoever was told; retention: with the concern; erasure: never before the hold ends';
alter table concern_told enable row level security;
alter table concern_told force row level security;
create policy own_or_watching on concern_told for select to app_scoped using (school_id = (select app.school_id())
  and (person_id = (select app.person_id()) or (select app.job()) = 'watch-concern'));
create policy watching_writes on concern_told for insert to app_scoped with check (school_id = (select app.school_id())
  and (select app.job()) = 'watch-concern');
create policy watching_changes on concern_told for update to app_scoped using (school_id = (select app.school_id())
  and (select app.job()) = 'watch-concern');
grant select, insert, update (told_at) on concern_told to app_scoped;

-- The day of the school, by which its people begin and end.
create function app.school_day(moment timestamptz) returns date language sql stable parallel safe
  return (select (moment at time zone s.time_zone)::date from schools s where s.id = app.school_id());
grant execute on function app.school_day(timestamptz) to app_scoped;

create or replace function app.is_staff(who uuid, roles text[]) returns boolean language sql stable parallel safe
  return exists (select from identity.memberships m where m.school_id = app.school_id() and m.person_id = who
    and m.role = any (roles) and m.from_on <= app.school_day(now()) and (m.to_on is null or m.to_on >= app.school_day(now())));
-- `to_on` is the first day on which somebody is no lead any more.
create or replace function app.is_lead(who uuid) returns boolean language sql stable parallel safe
  return app.is_staff(who, '{advisor,coordinator,admin}')
    and exists (select from safeguarding_leads l where l.school_id = app.school_id() and l.person_id = who
      and l.from_on <= app.school_day(now()) and (l.to_on is null or l.to_on > app.school_day(now())));

-- Never somebody it names, in whatever role they come. A lead reads what was raised since they are one. Leads and admins who were
-- told read while nobody looks after it, and whoever took it on.
create function app.reads_concern(concern uuid, not_for uuid[], raised_at timestamptz, taken_by uuid) returns boolean
  language sql stable parallel safe
  return app.person_id() <> all (not_for)
    and not exists (select from identity.memberships m where m.school_id = app.school_id() and m.account_id = app.account_id()
      and m.person_id = any (not_for))
    and ((app.is_lead(app.person_id())
        and exists (select from safeguarding_leads l where l.school_id = app.school_id() and l.person_id = app.person_id()
          and l.from_on <= app.school_day(raised_at) and (l.to_on is null or l.to_on > app.school_day(now()))))
      or ((app.is_lead(app.person_id()) or app.is_staff(app.person_id(), '{admin}'))
        and (taken_by = app.person_id()
          or (taken_by is null and exists (select from concern_told t where t.school_id = app.school_id()
            and t.concern_id = concern and t.person_id = app.person_id())))));
grant execute on function app.reads_concern(uuid, uuid[], timestamptz, uuid) to app_scoped;

drop policy readers_see on concern_watch;
drop policy readers_change on concern_watch;
create policy readers_see on concern_watch for select to app_scoped using (school_id = (select app.school_id())
  and ((select app.job()) = 'watch-concern' or app.reads_concern(concern_id, not_for, raised_at, acknowledged_by)));
create policy readers_change on concern_watch for update to app_scoped using (school_id = (select app.school_id())
  and ((select app.job()) = 'watch-concern' or app.reads_concern(concern_id, not_for, raised_at, acknowledged_by)));
drop function app.reads_concern(uuid[], smallint);
