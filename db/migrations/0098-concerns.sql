set local lock_timeout = '5s';

-- A mailed link reads its own receipts, and one job watches over reports without reading one: db/scope.server.ts sets both.
create function app.link_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.link_id', true), '')::uuid;
create function app.job() returns text language sql stable parallel safe
  return nullif(current_setting('app.job', true), '');
grant execute on function app.link_id(), app.job() to app_scoped;

-- A lead is staff of the school as well: whoever left reads nothing, also when nobody ended their being a lead.
create function app.is_staff(who uuid, roles text[]) returns boolean language sql stable parallel safe
  return exists (select from identity.memberships m where m.school_id = app.school_id() and m.person_id = who
    and m.role = any (roles) and (m.to_on is null or m.to_on >= current_date));
create function app.is_lead(who uuid) returns boolean language sql stable parallel safe
  return app.is_staff(who, '{advisor,coordinator,admin}')
    and exists (select from safeguarding_leads l where l.school_id = app.school_id() and l.person_id = who and l.to_on is null);

-- Never somebody it names, in whatever role they come. Leads read; admins where no lead is left, and where nobody answered in time.
create function app.reads_concern(not_for uuid[], stage smallint) returns boolean language sql stable parallel safe
  return app.person_id() <> all (not_for)
    and not exists (select from identity.memberships m where m.school_id = app.school_id() and m.account_id = app.account_id()
      and m.person_id = any (not_for))
    and (app.is_lead(app.person_id())
      or (app.is_staff(app.person_id(), '{admin}')
        and (stage >= 2 or not exists (select from safeguarding_leads l where l.school_id = app.school_id()
          and l.person_id <> all (not_for) and app.is_lead(l.person_id)))));
grant execute on function app.is_staff(uuid, text[]), app.is_lead(uuid), app.reads_concern(uuid[], smallint) to app_scoped;

-- Only an admin of the school (or a job, such as the one that writes the sample) says who is a lead.
drop policy own_school on safeguarding_leads;
create policy own_school_read on safeguarding_leads for select to app_scoped using (school_id = (select app.school_id()));
create policy admins_write on safeguarding_leads for insert to app_scoped with check (school_id = (select app.school_id())
  and ((select app.job()) is not null or (select app.is_staff(app.person_id(), '{admin}'))));
create policy admins_change on safeguarding_leads for update to app_scoped using (school_id = (select app.school_id())
  and (select app.is_staff(app.person_id(), '{admin}')));
revoke delete on safeguarding_leads from app_scoped;

-- What is said stays in `concerns` and is never changed; what happens with it is in `concern_watch`, which holds no word of it.
drop policy leads_read on concerns;
drop policy leads_write on concerns;
revoke update on concerns from app_scoped;
revoke update (state, acknowledged_at, acknowledged_by) on concerns from app_scoped;
alter table concerns drop column state, drop column acknowledged_at, drop column acknowledged_by,
  add column about_name text not null default '',
  add column reported_as text not null default 'staff' check (reported_as in ('staff', 'student', 'guardian', 'mentor', 'link')),
  add column call_phone text not null default '',
  add constraint concerns_body_length check (length(body) between 1 and 5000);

create table concern_watch (
  school_id uuid not null,
  concern_id uuid not null,
  number text not null,
  raised_at timestamptz not null,
  -- people of the school whom the report names
  not_for uuid[] not null default '{}',
  -- who has been told: 0 the first two leads, 1 all leads, 2 the admins too
  stage smallint not null default 0 check (stage between 0 and 2),
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  primary key (school_id, concern_id),
  foreign key (school_id, concern_id) references concerns (school_id, id) on delete cascade
);
comment on table concern_watch is 'scope: school, sealed to safeguarding leads; retention: with the concern; erasure: never before the hold ends';
alter table concern_watch enable row level security;
alter table concern_watch force row level security;
create policy report on concern_watch for insert to app_scoped with check (school_id = (select app.school_id()));
create policy readers_see on concern_watch for select to app_scoped using (school_id = (select app.school_id())
  and ((select app.job()) = 'watch-concern' or app.reads_concern(not_for, stage)));
create policy readers_change on concern_watch for update to app_scoped using (school_id = (select app.school_id())
  and ((select app.job()) = 'watch-concern' or app.reads_concern(not_for, stage)));
grant select, insert on concern_watch to app_scoped;
grant update (stage, acknowledged_at, acknowledged_by) on concern_watch to app_scoped;

create policy readers_read on concerns for select to app_scoped using (school_id = (select app.school_id())
  and (select app.person_id()) is not null and about_person_id is distinct from (select app.person_id())
  and exists (select from concern_watch w where w.school_id = concerns.school_id and w.concern_id = concerns.id));

-- What its reporter keeps: that it arrived, when, and who reads it.
create table concern_receipts (
  school_id uuid not null,
  concern_id uuid not null,
  number text not null,
  raised_at timestamptz not null,
  read_by text not null check (read_by in ('leads', 'admins', 'nobody')),
  reporter_account uuid,
  reporter_link uuid,
  form_key uuid not null,
  primary key (school_id, concern_id),
  unique (school_id, form_key),
  foreign key (school_id, concern_id) references concerns (school_id, id) on delete cascade deferrable initially deferred,
  check (num_nonnulls(reporter_account, reporter_link) = 1)
);
create index concern_receipts_by_account on concern_receipts (reporter_account);
create index concern_receipts_by_link on concern_receipts (reporter_link);
comment on table concern_receipts is 'scope: school, own rows of the reporter; retention: with the concern; erasure: never before the hold ends';
alter table concern_receipts enable row level security;
alter table concern_receipts force row level security;
create policy report on concern_receipts for insert to app_scoped with check (school_id = (select app.school_id())
  and (reporter_account = (select app.account_id()) or reporter_link = (select app.link_id())));
create policy own_receipts on concern_receipts for select to app_scoped
  using (reporter_account = (select app.account_id()) or reporter_link = (select app.link_id()));
grant select, insert on concern_receipts to app_scoped;

-- Who has opened a report: kept apart from the common audit log.
create table concern_reads (
  school_id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  read_at timestamptz not null,
  primary key (school_id, concern_id, person_id),
  foreign key (school_id, concern_id) references concerns (school_id, id) on delete cascade
);
comment on table concern_reads is 'scope: school, sealed to safeguarding leads; retention: with the concern; erasure: never before the hold ends';
alter table concern_reads enable row level security;
alter table concern_reads force row level security;
create policy readers_sign on concern_reads for insert to app_scoped with check (school_id = (select app.school_id())
  and person_id = (select app.person_id())
  and exists (select from concern_watch w where w.school_id = concern_reads.school_id and w.concern_id = concern_reads.concern_id));
create policy readers_see on concern_reads for select to app_scoped using (school_id = (select app.school_id())
  and exists (select from concern_watch w where w.school_id = concern_reads.school_id and w.concern_id = concern_reads.concern_id));
grant select, insert on concern_reads to app_scoped;

alter table school_settings add constraint concern_minutes_within_bounds check (not overrides ? 'concernMinutes'
  or (overrides -> 'concernMinutes' between '5' and '1440' and overrides @? '$.concernMinutes ? (@.floor() == @)'));

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''watch-concern''');
end $$;
