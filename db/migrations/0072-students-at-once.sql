set local lock_timeout = '5s';

-- How many students a mentor takes at once, in all their placements together. Null where they did not say: then the seats of
-- their placements say it. MOST_AT_ONCE of app/domain/matching/mentor-room.ts says the same.
alter table mentors add column students_at_once smallint check (students_at_once between 1 and 20);
