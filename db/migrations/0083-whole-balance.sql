set local lock_timeout = '5s';

-- All that lies at Stripe compared with all that the ledger holds there, whatever each line says.
alter table fund_differences drop constraint fund_differences_kind_check;
alter table fund_differences add constraint fund_differences_kind_check
  check (kind in ('gift_behind', 'payout_behind', 'unknown_line', 'foreign_line', 'missing_object', 'whole_balance'));
