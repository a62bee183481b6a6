set local lock_timeout = '5s';

-- What came of a gift before fees, in minor units: of some a part came, and no more is asked for.
alter table gifts add column came_minor bigint not null default 0 check (came_minor >= 0);
-- Payments that are on their way, by id: one of them that fails is told to the donor.
alter table gifts add column under_way text[] not null default '{}';

-- Of gifts from before, what their entries hold, with the fees that were taken of it. Of those of which something went back the
-- entries hold the rest alone, and what was settled in another currency has none: they count as come in full. No policy binds the
-- owner meanwhile.
alter table gifts no force row level security;
alter table fund_entries no force row level security;
alter table fund_lines no force row level security;
update gifts g set came_minor = greatest(0, coalesce((
    select sum(l.minor) from fund_entries e join fund_lines l on l.school_id = e.school_id and l.entry_id = e.id
    where e.school_id = g.school_id and e.gift_id = g.id and l.account in ('stripe', 'bank', 'fees')), 0));
update gifts set came_minor = minor
  where standing in ('part_refunded', 'refunded', 'disputed', 'lost') or (standing = 'paid' and came_minor = 0);
alter table fund_lines force row level security;
alter table fund_entries force row level security;
alter table gifts force row level security;
