set local lock_timeout = '5s';

-- The best placements of every student a run looked for, with the parts of both scores, as the run saw them.
alter table match_snapshots add column tops jsonb not null default '[]';
