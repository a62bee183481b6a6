set local lock_timeout = '5s';

-- A gift or a payout of which the connected account knows nothing: written down once, and left as it is booked.
alter table fund_differences drop constraint fund_differences_kind_check;
alter table fund_differences add constraint fund_differences_kind_check
  check (kind in ('gift_behind', 'payout_behind', 'unknown_line', 'foreign_line', 'missing_object'));
