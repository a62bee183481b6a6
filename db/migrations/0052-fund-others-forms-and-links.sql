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

-- The links by which a gift is opened: the one it was given through, and those that were mailed for it. Null for gifts made
-- before this was noted, which any link of the school opens as before.
alter table gifts add column link_ids uuid[];

-- A form that is sent twice, by a second click or after a lost answer, books once: each carries a number of its own, of which
-- an index that is built beside the running product keeps one.
alter table gifts add column form_key uuid;
alter table fund_allocations add column form_key uuid;
alter table fund_entries add column form_key uuid;
