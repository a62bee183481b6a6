set local lock_timeout = '5s';

-- The IANA name of the clock by which a contact works; '' where it is that of where their organisation is, or of the school
-- (docs/decisions/0156).
alter table contacts add column time_zone text not null default '' check (length(time_zone) <= 64);
