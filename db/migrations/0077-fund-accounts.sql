set local lock_timeout = '5s';

-- Accounts at Stripe are rows of their own. One that another follows still holds gifts, is told of and is compared by night, until
-- an admin ends it. Entering the key of one that was there before takes it up again.
create table fund_accounts (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  book text not null check (book in ('test', 'live')),
  -- how Stripe names it: no two schools have the same; null until it was asked for, for accounts from before this was asked
  stripe_account text check (stripe_account ~ '^acct_\w{1,250}$'),
  -- sealed with a key that the database never sees; null once it was forgotten
  secret_key bytea,
  key_hint text not null default '' check (length(key_hint) <= 4),
  -- two may be valid at once, the newest first, so that one can be changed without losing an event
  webhook_secrets bytea[] not null default '{}' check (cardinality(webhook_secrets) <= 2),
  revision integer not null default 1,
  connected_at timestamptz not null,
  replaced_at timestamptz,
  ended_at timestamptz,
  primary key (school_id, id),
  check (ended_at is null or (secret_key is null and webhook_secrets = '{}'))
);
create unique index fund_accounts_current on fund_accounts (school_id, book) where replaced_at is null and ended_at is null;
create unique index fund_accounts_at_stripe on fund_accounts (book, stripe_account);
comment on table fund_accounts is 'scope: school; retention: while a customer; erasure: holds no personal data';

-- At which account a gift is paid; null for the one that the settings of the server name, and while nothing is known of it at Stripe.
alter table gifts add column account_id uuid;
alter table gifts add constraint gifts_account_fkey foreign key (school_id, account_id) references fund_accounts (school_id, id);
alter table gift_references add column account_id uuid;
alter table gift_references add constraint gift_references_account_fkey
  foreign key (school_id, account_id) references fund_accounts (school_id, id);

-- Until now a book had one account, in columns of its own, and all its gifts were paid there. No policy binds the owner for the copy.
alter table fund_books no force row level security;
alter table gifts no force row level security;
alter table gift_references no force row level security;
insert into fund_accounts (school_id, book, secret_key, key_hint, webhook_secrets, connected_at)
  select school_id, book, secret_key, key_hint, webhook_secrets, coalesce(connected_at, now())
  from fund_books where secret_key is not null;
update gift_references r set account_id = a.id from fund_accounts a where a.school_id = r.school_id and a.book = r.book;
update gifts g set account_id = a.id from fund_accounts a
  where a.school_id = g.school_id and a.book = g.book
    and exists (select from gift_references r where r.school_id = g.school_id and r.gift_id = g.id);
alter table gift_references force row level security;
alter table gifts force row level security;
alter table fund_books force row level security;
call app.wall_by_school('fund_accounts');

-- A key is kept in one place. A process of the version before takes the fund as not connected until it is replaced by a new one;
-- Stripe tells again what it could not take.
alter table fund_books drop column secret_key, drop column key_hint, drop column webhook_secrets, drop column connected_at;
