set local lock_timeout = '5s';

-- What a school decided about gifts, and which of its two books is in use: what is tried out never mixes with money.
create table fund_settings (
  school_id uuid primary key references schools,
  book text not null default 'test' check (book in ('test', 'live')),
  is_open boolean not null default false,
  settings jsonb not null default '{}',
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);
comment on table fund_settings is 'scope: school; retention: while a customer; erasure: holds no personal data';
call app.wall_by_school('fund_settings');

-- The account at Stripe behind each book. Keys are sealed with a key that the database never sees. Two webhook secrets may
-- be valid at once, so that one can be changed without losing an event. Its row is the lock of the book's balances.
create table fund_books (
  school_id uuid not null references schools,
  book text not null check (book in ('test', 'live')),
  secret_key bytea,
  key_hint text not null default '' check (length(key_hint) <= 4),
  webhook_secrets bytea[] not null default '{}' check (cardinality(webhook_secrets) <= 2),
  connected_at timestamptz,
  primary key (school_id, book)
);
comment on table fund_books is 'scope: school; retention: while a customer; erasure: holds no personal data';
call app.wall_by_school('fund_books');

create table gifts (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  district_id uuid not null,
  book text not null check (book in ('test', 'live')),
  purpose text not null check (purpose in ('transit', 'tools', 'clearance', 'stipend')),
  minor bigint not null check (minor between 1 and 99999999),
  currency text not null,
  way text not null check (way in ('checkout', 'pledge', 'cheque')),
  -- what the ledger's entries come to, in one word; the same function writes both
  standing text not null default 'open'
    check (standing in ('open', 'pledged', 'processing', 'paid', 'part_refunded', 'refunded', 'disputed', 'lost', 'failed')),
  organisation_id uuid,
  given_by uuid,
  donor_name text not null default '' check (length(donor_name) <= 200),
  donor_mail text not null default '' check (length(donor_mail) <= 320),
  anonymous boolean not null default false,
  promise_ended_at timestamptz,
  cheque_number text not null default '' check (length(cheque_number) <= 60),
  cheque_bounced_at timestamptz,
  received_on date,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  check ((way = 'cheque') = (received_on is not null)),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, organisation_id) references organisations (district_id, id),
  foreign key (district_id, given_by) references mentors (district_id, id) on delete set null (given_by)
);
create index gifts_by_time on gifts (school_id, book, created_at desc);
create index gifts_by_organisation on gifts (organisation_id, created_at desc) where organisation_id is not null;
comment on table gifts is 'scope: school; retention: 7 years, then a person deletes it; erasure: name and address of the donor emptied, row kept for the ledger';
call app.wall_by_school('gifts');
-- A donor sees the own organisation's gifts and writes none: the fund does that.
create policy own_organisation on gifts for select to app_scoped
  using (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id()));

-- The objects at Stripe that a gift is paid through, by their ids there.
create table gift_references (
  school_id uuid not null,
  book text not null check (book in ('test', 'live')),
  reference text not null check (reference ~ '^(cs|pi)_\w{1,250}$'),
  gift_id uuid not null,
  primary key (school_id, book, reference),
  foreign key (school_id, gift_id) references gifts (school_id, id)
);
create index gift_references_by_gift on gift_references (school_id, gift_id);
comment on table gift_references is 'scope: school; retention: with the gift; erasure: holds no personal data';
call app.wall_by_school('gift_references');

-- Each event once. What it said is not kept: the object is asked for.
create table stripe_events (
  school_id uuid not null references schools,
  book text not null check (book in ('test', 'live')),
  event_id text not null check (length(event_id) between 1 and 255),
  type text not null,
  received_at timestamptz not null default now(),
  primary key (school_id, book, event_id)
);
comment on table stripe_events is 'scope: school; retention: 2 years; erasure: holds no personal data';
call app.wall_by_school('stripe_events');

-- Money for one student's need: one person proposes, another approves.
create table fund_allocations (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  book text not null check (book in ('test', 'live')),
  student_id uuid,
  purpose text not null check (purpose in ('transit', 'tools', 'clearance', 'stipend')),
  minor bigint not null check (minor between 1 and 99999999),
  currency text not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'disbursed', 'declined', 'withdrawn')),
  need text not null default '' check (length(need) <= 2000),
  business_decision text not null default '' check (length(business_decision) <= 500),
  proposed_by uuid,
  proposed_at timestamptz not null,
  approved_by uuid,
  disbursed_minor bigint check (disbursed_minor between 1 and minor),
  paid_on date,
  evidence text not null default '' check (length(evidence) <= 500),
  primary key (school_id, id),
  check (approved_by <> proposed_by),
  check ((state = 'disbursed') = (disbursed_minor is not null and paid_on is not null and evidence <> '')),
  foreign key (school_id, student_id) references students (school_id, id) on delete set null (student_id),
  foreign key (school_id, proposed_by) references people (school_id, id) on delete set null (proposed_by),
  foreign key (school_id, approved_by) references people (school_id, id) on delete set null (approved_by)
);
create index fund_allocations_by_state on fund_allocations (school_id, book, state, proposed_at);
create index fund_allocations_by_student on fund_allocations (school_id, student_id);
comment on table fund_allocations is 'scope: school; retention: 7 years, then a person deletes it; erasure: student and words of the need emptied, row kept for the ledger';
call app.wall_by_school('fund_allocations');

create function app.forget_allocation_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update public.fund_allocations set student_id = null, need = '' where school_id = old.school_id and student_id = old.id;
  return old;
end $$;
create trigger forget_allocation_words before delete on students for each row execute function app.forget_allocation_words();

-- The ledger: entries whose lines sum to zero. Rows are added, never changed; a mistake is undone by another entry.
create table fund_entries (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  book text not null check (book in ('test', 'live')),
  currency text not null,
  gift_id uuid,
  allocation_id uuid,
  payout text check (payout ~ '^po_\w{1,250}$'),
  -- the event, job or act that it follows from
  cause text not null check (length(cause) between 1 and 255),
  recorded_by uuid,
  on_day date not null,
  at timestamptz not null,
  made_in xid8 not null default pg_current_xact_id(),
  primary key (school_id, id),
  unique (school_id, book, id),
  check (num_nonnulls(gift_id, allocation_id, payout) = 1),
  foreign key (school_id, gift_id) references gifts (school_id, id),
  foreign key (school_id, allocation_id) references fund_allocations (school_id, id)
);
create index fund_entries_by_gift on fund_entries (school_id, gift_id);
create index fund_entries_by_allocation on fund_entries (school_id, allocation_id);
create index fund_entries_by_payout on fund_entries (school_id, book, payout) where payout is not null;
create index fund_entries_by_day on fund_entries (school_id, book, on_day, id);
comment on table fund_entries is 'scope: school; retention: 7 years, then a person deletes it; erasure: holds ids only';

create table fund_lines (
  school_id uuid not null,
  entry_id uuid not null,
  line_no smallint not null,
  book text not null,
  account text not null check (account in ('owed', 'processing', 'stripe', 'bank', 'pledged', 'pending', 'available', 'allocated', 'released', 'disbursed', 'fees', 'shortfall')),
  purpose text check (purpose in ('transit', 'tools', 'clearance', 'stipend')),
  minor bigint not null check (minor <> 0),
  primary key (school_id, entry_id, line_no),
  check ((account in ('owed', 'processing', 'stripe', 'bank')) = (purpose is null)),
  foreign key (school_id, book, entry_id) references fund_entries (school_id, book, id)
);
create index fund_lines_by_account on fund_lines (school_id, book, account, purpose) include (minor);
comment on table fund_lines is 'scope: school; retention: 7 years, then a person deletes it; erasure: holds no personal data';

do $$
declare target text;
begin
  foreach target in array array['fund_entries', 'fund_lines'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy own_school_read on %I for select to app_scoped using (school_id = (select app.school_id()))', target);
    execute format('create policy own_school_add on %I for insert to app_scoped with check (school_id = (select app.school_id()))', target);
    execute format('grant select, insert on %I to app_scoped', target);
  end loop;
end $$;

-- Not even the owner changes a line by mistake; deleting what has outlived its years is a migration that takes this off.
create function app.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the ledger is only added to' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on fund_entries for each statement execute function app.refuse_change();
create trigger append_only before update or delete or truncate on fund_lines for each statement execute function app.refuse_change();

-- An entry is written whole: nobody adds a line to one that has been there before.
create function app.keep_entry_whole() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from public.fund_entries e where e.school_id = new.school_id and e.id = new.entry_id and e.made_in = pg_current_xact_id()) then
    raise exception 'an entry is written whole' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_entry_whole before insert on fund_lines for each row execute function app.keep_entry_whole();

-- At the end of the transaction each entry sums to zero, and no purpose has less than nothing to spend or set aside.
create function app.check_entry() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  total bigint;
  line record;
begin
  select sum(minor) into total from public.fund_lines where school_id = new.school_id and entry_id = new.id;
  if total is distinct from 0 then
    raise exception 'an entry does not balance' using errcode = 'check_violation';
  end if;
  for line in
    select distinct account, purpose from public.fund_lines
      where school_id = new.school_id and entry_id = new.id and account in ('available', 'allocated')
  loop
    select sum(minor) into total from public.fund_lines
      where school_id = new.school_id and book = new.book and account = line.account and purpose = line.purpose;
    if total > 0 then
      raise exception '% of % is overdrawn', line.account, line.purpose using errcode = 'check_violation';
    end if;
  end loop;
  return null;
end $$;
create constraint trigger check_entry after insert on fund_entries deferrable initially deferred
  for each row execute function app.check_entry();

-- A school's page for donors is opened by a link that a coordinator hands out.
alter table identity.links drop constraint links_kind_check;
alter table identity.links add constraint links_kind_check
  check (kind in ('consent', 'first-contact', 'introduction-invitation', 'introduce', 'delete-me', 'school-invitation', 'give'));
