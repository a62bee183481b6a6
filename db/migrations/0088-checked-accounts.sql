set local lock_timeout = '5s';

-- How a check ended at each account of its book. The next one looks at an account from where it was last compared to the end, however
-- long the account could not be asked.
create table fund_check_accounts (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  check_id uuid not null,
  -- null: the one that the settings of the server name
  account_id uuid,
  result text not null check (result in ('complete', 'no_key', 'refused', 'unavailable')),
  primary key (school_id, id),
  foreign key (school_id, check_id) references fund_checks (school_id, id) on delete cascade,
  foreign key (school_id, account_id) references fund_accounts (school_id, id)
);
create index fund_check_accounts_by_check on fund_check_accounts (school_id, check_id);
comment on table fund_check_accounts is 'scope: school; retention: with the check; erasure: holds no personal data';
call app.wall_by_school('fund_check_accounts');

alter table fund_checks drop constraint fund_checks_state_check;
alter table fund_checks add constraint fund_checks_state_check check (state in ('running', 'complete', 'partial', 'unavailable'));
