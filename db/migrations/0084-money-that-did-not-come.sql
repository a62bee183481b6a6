set local lock_timeout = '5s';

-- Payments and checks of a gift that failed, as far as they were looked at: each one that fell through late is told to the donor once.
-- Null for a gift of before: what had failed by then is noted, and told to nobody.
alter table gifts add column told_failed text[];
alter table gifts alter column told_failed set default '{}';
