set local lock_timeout = '5s';

-- A coordinator may pick a pair that no plan proposed, from the ranking of a student or a listing. It waits for its undo
-- window as a proposal does, so it is a match too, of no run.
alter table matches alter column run_id drop not null;
alter table matches add column picked_at timestamptz;
alter table matches add constraint matches_of_a_run_or_picked check ((run_id is null) = (picked_at is not null)) not valid;
alter table matches validate constraint matches_of_a_run_or_picked;
comment on table matches is 'scope: school; retention: with the run, one of no run 2 years; erasure: row deleted with the student';
