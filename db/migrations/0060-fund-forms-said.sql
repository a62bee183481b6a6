set local lock_timeout = '5s';

-- What a form said when it was sent first. Sent again in the same words it is answered as before; in other words it is another
-- wish, and refused. Empty for rows from before this was noted, and once a donor is forgotten.
alter table gifts add column form_digest text not null default '' check (length(form_digest) <= 64);
alter table fund_allocations add column form_digest text not null default '' check (length(form_digest) <= 64);
alter table fund_entries add column form_digest text not null default '' check (length(form_digest) <= 64);
