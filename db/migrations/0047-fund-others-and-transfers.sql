set local lock_timeout = '5s';

-- A payout on its way to the bank, and what lies at Stripe for others: with both, the ledger's balance at Stripe is Stripe's own.
alter table fund_lines drop constraint fund_lines_account_check;
alter table fund_lines add constraint fund_lines_account_check
  check (account in ('owed', 'processing', 'stripe', 'transfer', 'bank', 'others', 'pledged', 'pending', 'available', 'allocated', 'released', 'disbursed', 'fees', 'shortfall'));
alter table fund_lines drop constraint fund_lines_check;
alter table fund_lines add constraint fund_lines_side_check
  check ((account in ('owed', 'processing', 'stripe', 'transfer', 'bank', 'others')) = (purpose is null));

-- A line of Stripe's balance that a person says is not the fund's.
alter table fund_entries add column balance_line text check (length(balance_line) between 1 and 255);
alter table fund_entries drop constraint fund_entries_about_check;
alter table fund_entries add constraint fund_entries_about_check check (num_nonnulls(gift_id, allocation_id, payout, because, balance_line) = 1);
create index fund_entries_by_balance_line on fund_entries (school_id, book, balance_line) where balance_line is not null;
