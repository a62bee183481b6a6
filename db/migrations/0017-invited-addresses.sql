set local lock_timeout = '5s';

-- An address is invited once in a district. Schools do not see each other's introductions, so what they share is the hash of
-- an address and nothing else; the key makes a second invitation impossible, also when two schools send at the same moment.
create table invited_addresses (
  district_id uuid not null references districts,
  address_hash bytea not null check (length(address_hash) = 32),
  invited_at timestamptz not null,
  primary key (district_id, address_hash)
);
comment on table invited_addresses is 'scope: district; retention: while the district is here; erasure: holds hashes only and outlives an erasure on purpose';
call app.wall_by_district('invited_addresses');
revoke update, delete on invited_addresses from app_scoped;

-- A coordinator is told before an invitation is written that the address asked for silence or does not work.
create policy own_district_read on mail_suppressions for select to app_scoped
  using ((district_id is null or district_id = (select app.district_id())) and (select app.school_id()) is not null);
grant select (id, address_hash, category, district_id) on mail_suppressions to app_scoped;

-- A family whom no mail reaches is thanked by a person.
alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family'));
