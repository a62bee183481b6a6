set local lock_timeout = '5s';

-- What is on its way of a gift, in minor units: beside it a part may have come already.
alter table gifts add column processing_minor bigint not null default 0 check (processing_minor >= 0);
-- Payments and checks for which the donor has a receipt. Null for a gift of before, which had one for all that came once nothing more was
-- asked for.
alter table gifts add column told_came text[];
alter table gifts alter column told_came set default '{}';

-- Of gifts from before, what their entries hold as on its way: they are not received before that has come. No policy binds the owner
-- meanwhile.
alter table gifts no force row level security;
alter table fund_entries no force row level security;
alter table fund_lines no force row level security;
update gifts g set processing_minor = greatest(0, coalesce((
    select sum(l.minor) from fund_entries e join fund_lines l on l.school_id = e.school_id and l.entry_id = e.id
    where e.school_id = g.school_id and e.gift_id = g.id and l.account = 'processing'), 0));
update gifts set standing = 'processing'
  where processing_minor > 0 and standing in ('paid', 'part_refunded', 'refunded', 'disputed', 'lost');
alter table fund_lines force row level security;
alter table fund_entries force row level security;
alter table gifts force row level security;
