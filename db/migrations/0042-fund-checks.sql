set local lock_timeout = '5s';

-- Once a day, or when somebody asks, what Stripe holds is compared with the ledger.
create table fund_checks (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  book text not null check (book in ('test', 'live')),
  state text not null default 'running' check (state in ('running', 'complete', 'unavailable')),
  asked_by uuid,
  -- lines of Stripe's balance from this moment on were compared
  from_at timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  lines integer not null default 0,
  found integer not null default 0,
  primary key (school_id, id),
  foreign key (school_id, asked_by) references people (school_id, id) on delete set null (asked_by)
);
create index fund_checks_by_time on fund_checks (school_id, book, started_at desc);
comment on table fund_checks is 'scope: school; retention: 2 years; erasure: who asked is emptied';
call app.wall_by_school('fund_checks');

-- What a check found. The ledger is behind when an event was missed: the check has booked it. A line that belongs to no gift
-- waits until a person has said what it is.
create table fund_differences (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  book text not null check (book in ('test', 'live')),
  check_id uuid not null,
  kind text not null check (kind in ('gift_behind', 'payout_behind', 'unknown_line', 'foreign_line')),
  -- the gift, the payout or the line of the balance that it is about
  reference text not null check (length(reference) between 1 and 255),
  -- how Stripe calls such a line
  line_kind text not null default '' check (length(line_kind) <= 100),
  currency text not null,
  stripe_minor bigint not null,
  ledger_minor bigint not null,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  note text not null default '' check (length(note) <= 500),
  primary key (school_id, id),
  foreign key (school_id, check_id) references fund_checks (school_id, id) on delete cascade,
  foreign key (school_id, settled_by) references people (school_id, id) on delete set null (settled_by)
);
create unique index fund_differences_once on fund_differences (school_id, book, reference) where kind in ('unknown_line', 'foreign_line');
create index fund_differences_by_check on fund_differences (school_id, check_id);
comment on table fund_differences is 'scope: school; retention: with the check; erasure: who settled it is emptied';
call app.wall_by_school('fund_differences');

alter table staff_tasks drop constraint staff_tasks_kind_check;
alter table staff_tasks add constraint staff_tasks_kind_check check (kind in ('find_contact', 'interpreter_consent', 'no_guardian', 'consent_refused', 'mail_undeliverable', 'mentor_question', 'guardian_question', 'relative_pair', 'mail_failed', 'accommodation', 'confirm_organisation', 'thank_family', 'tell_family', 'site_suggested', 'fund_difference'));

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''check-funds''');
end $$;
