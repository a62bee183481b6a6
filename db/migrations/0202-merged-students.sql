set local lock_timeout = '5s';

-- The number that a student had who went into another one (decision 153): a file that goes on to write it means the one that stays.
alter table people add column gone_number text check (length(gone_number) between 1 and 40);
