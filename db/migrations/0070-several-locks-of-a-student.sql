set local lock_timeout = '5s';

-- A slate may keep several pairs of one student. How many, each kind of plan says for itself; who locks a pair holds the
-- student's row meanwhile, so that two at once are counted one after the other.
drop index one_lock_of_student;
