set local lock_timeout = '5s';

-- When whoever introduced a mentor was told that a student found a place with them: once, and not who.
alter table introductions add column placed_told_at timestamptz check (placed_told_at is null or state = 'accepted');
