set local lock_timeout = '5s';

-- Mail and jobs leave the building with the fact they follow from: both are written in the fact's own transaction.

-- A verb stores what the mail says and to whom; the worker renders it once, freezes it and sends it. The id is the
-- provider's idempotency key, so a second try of the same row is no second mail.
create table mails (
  id uuid primary key default uuidv7(),
  school_id uuid references schools,
  district_id uuid,
  kind text not null,
  category text not null check (category in ('transactional', 'outreach')),
  -- validated by emails/kinds.ts; {} once wiped
  props jsonb not null,
  recipient_mail text not null check (length(recipient_mail) between 3 and 320),
  recipient_language text not null,
  recipient_person_id uuid,
  recipient_mentor_id uuid,
  dedupe_key text not null,
  state text not null default 'queued' check (state in ('queued', 'claimed', 'sent', 'failed', 'suppressed', 'needs_person')),
  attempts integer not null default 0,
  claimed_until timestamptz,
  -- since when the provider may know of it; null while it certainly does not
  handed_at timestamptz,
  provider_id text,
  frozen_from text,
  frozen_subject text,
  frozen_html text,
  frozen_text text,
  frozen_headers jsonb,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  wiped_at timestamptz,
  check ((school_id is null) = (district_id is null)),
  check ((state = 'claimed') = (claimed_until is not null)),
  check ((state = 'sent') = (sent_at is not null)),
  check (handed_at is null or frozen_subject is not null),
  unique nulls not distinct (school_id, dedupe_key),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (school_id, recipient_person_id) references people (school_id, id) on delete cascade,
  foreign key (district_id, recipient_mentor_id) references mentors (district_id, id) on delete cascade
);
create index mails_unfinished on mails (state, created_at) where state in ('queued', 'claimed', 'failed', 'needs_person');
create index mails_newest on mails (created_at desc, id desc);
comment on table mails is 'scope: school, or global for sign-in; retention: body 90 days (sign-in: until sent), row 2 years; erasure: row deleted with its recipient';
alter table mails enable row level security;
alter table mails force row level security;
create policy own_school_insert on mails for insert to app_scoped with check (school_id = (select app.school_id()));
create policy own_school_read on mails for select to app_scoped using (school_id = (select app.school_id()));
create policy identity_insert on mails for insert to app_identity with check (school_id is null);
create policy identity_read on mails for select to app_identity using (school_id is null);
create policy system_all on mails to app_system using (true) with check (true);
grant insert on mails to app_scoped, app_identity;
-- Bodies carry links that act for their bearer: no door of a request reads them.
grant select (id, school_id, kind, category, recipient_person_id, recipient_mentor_id, dedupe_key, state, attempts, created_at, sent_at, last_error) on mails to app_scoped;
grant select (id, school_id, dedupe_key) on mails to app_identity;
grant select, insert, update, delete on mails to app_system;

-- Addresses that asked for silence, or that bounced. Only a hash: the list can answer "may we write?" and nothing else.
create table mail_suppressions (
  id uuid primary key default uuidv7(),
  address_hash bytea not null check (length(address_hash) = 32),
  category text not null check (category in ('transactional', 'outreach')),
  reason text not null check (reason in ('unsubscribed', 'delete_me', 'no_answer', 'bounced', 'complained')),
  -- null: for all districts
  district_id uuid references districts,
  created_at timestamptz not null default now(),
  unique nulls not distinct (address_hash, category, district_id)
);
comment on table mail_suppressions is 'scope: district or global; retention: until the address asks to hear again; erasure: holds hashes only and outlives an erasure on purpose';
alter table mail_suppressions enable row level security;
alter table mail_suppressions force row level security;
create policy own_district_insert on mail_suppressions for insert to app_scoped with check (district_id = (select app.district_id()));
create policy system_all on mail_suppressions to app_system using (true) with check (true);
grant insert on mail_suppressions to app_scoped;
grant select, insert, update, delete on mail_suppressions to app_system;

-- One pace for all workers: nobody sends through a transport before `next_send_at`.
create table mail_transports (
  name text primary key,
  next_send_at timestamptz not null default now(),
  fault text,
  fault_at timestamptz
);
comment on table mail_transports is 'scope: global; retention: while in use; erasure: holds no personal data';
alter table mail_transports enable row level security;
alter table mail_transports force row level security;
create policy system_all on mail_transports to app_system using (true) with check (true);
grant select, insert, update on mail_transports to app_system;

-- Jobs are added by whoever may act, inside the acting transaction; only the worker reads them. The library's tables
-- refuse every role but their owner's, hence this function of the owner. It adds the jobs of app/jobs/catalogue.ts and
-- no others, and a job only for the school or district whose rows the transaction may see.
create function app.enqueue(task text, payload json, job_key text, run_at timestamptz, queue text, max_attempts integer, priority integer)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if task <> all (array['deliver-mail', 'sync-placement', 'run-import', 'propose-matches', 'expire-pursuits', 'sweep']) then
    raise exception 'there is no task %', task using errcode = 'invalid_parameter_value';
  end if;
  if current_setting('role', true) = 'app_identity' and task <> 'deliver-mail' then
    raise exception 'the identity door only sends mail' using errcode = 'insufficient_privilege';
  end if;
  if app.district_id() is not null and (
    (payload ->> 'schoolId' is not null and (payload ->> 'schoolId')::uuid is distinct from app.school_id())
    or (payload ->> 'districtId' is not null and (payload ->> 'districtId')::uuid is distinct from app.district_id())
  ) then
    raise exception 'this job belongs to another school' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    identifier => task, payload => payload, queue_name => queue, run_at => run_at,
    max_attempts => max_attempts, job_key => job_key, priority => priority);
end $$;
revoke execute on function app.enqueue(text, json, text, timestamptz, text, integer, integer) from public;
grant execute on function app.enqueue(text, json, text, timestamptz, text, integer, integer) to app_scoped, app_identity, app_system;
