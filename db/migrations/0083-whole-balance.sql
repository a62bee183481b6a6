set local lock_timeout = '5s';

-- All that lies at Stripe compared with all that the ledger holds there, whatever each line says: one open difference at a time.
alter table fund_differences drop constraint fund_differences_kind_check;
alter table fund_differences add constraint fund_differences_kind_check
  check (kind in ('gift_behind', 'payout_behind', 'unknown_line', 'foreign_line', 'missing_object', 'whole_balance'));
create unique index fund_differences_whole on fund_differences (school_id, book) where kind = 'whole_balance' and settled_at is null;
