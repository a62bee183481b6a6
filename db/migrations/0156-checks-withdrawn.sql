set local lock_timeout = '5s';

-- An entry that was written under the wrong mentor is replaced by one that says so, and that counts for nothing by itself.
alter table clearances drop constraint clearances_result_check;
alter table clearances add constraint clearances_result_check check (result in ('clear', 'not_clear', 'pending', 'withdrawn'));
alter table clearances add constraint clearances_withdrawn_bare check (result <> 'withdrawn' or (expires_on is null and evidence_reference = ''));
