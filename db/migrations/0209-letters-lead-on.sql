set local lock_timeout = '5s';

-- The codes of letters whose requests staff made one with this request, because both guardians are one person: paper lies about for
-- longer than the merge is remembered. Null where there are none.
alter table consents add column letter_codes_before text[];
