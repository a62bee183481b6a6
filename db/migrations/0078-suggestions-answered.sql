set local lock_timeout = '5s';

-- When the student last answered what these cards suggest for their list. What they dropped is not suggested again.
alter table interest_sittings
  add column settled_at timestamptz,
  add constraint interest_sittings_settled_when_finished check (settled_at is null or finished_at is not null);
