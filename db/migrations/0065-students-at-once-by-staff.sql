set local lock_timeout = '5s';

-- Why staff set the number for a mentor, who reads it; empty for what the mentor said.
alter table mentors add column at_once_reason text not null default '' check (length(at_once_reason) <= 500);
comment on table mentors is 'scope: district; retention: 2 years after the last affiliation, then a person deletes it; erasure: names, contact points and the reason of a number overwritten';
