set local lock_timeout = '5s';

-- The kind of plan a coordinator asked for. Runs before there was a choice are all balanced.
alter table match_runs add column mode text not null default 'balanced' check (mode in ('balanced', 'stable', 'slate'));
