set local lock_timeout = '5s';

-- What an account has been told on a first visit, and whether it wants to be told at all. An account is global, so are these.
alter table identity.accounts
  add column hints_read text[] not null default '{}' check (cardinality(hints_read) <= 50),
  add column hints_off boolean not null default false;
