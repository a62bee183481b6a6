set local lock_timeout = '5s';

-- The language in which a donor is written to.
alter table gifts add column donor_language text not null default 'en';

-- A check may also come for what was promised or invoiced; then the gift keeps its way and the check its own amount.
alter table gifts add column cheque_minor bigint check (cheque_minor between 1 and 99999999);
update gifts set cheque_minor = minor where way = 'cheque';
alter table gifts drop constraint gifts_check;
alter table gifts add constraint gifts_cheque_check
  check ((received_on is not null) = (cheque_minor is not null) and (way <> 'cheque' or received_on is not null));

-- Money that the school puts in itself to make a shortfall good: an entry about no gift, with the reason in words.
alter table fund_entries add column because text check (length(because) between 1 and 500);
alter table fund_entries drop constraint fund_entries_check;
alter table fund_entries add constraint fund_entries_about_check check (num_nonnulls(gift_id, allocation_id, payout, because) = 1);
