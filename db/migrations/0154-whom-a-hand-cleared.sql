set local lock_timeout = '5s';

-- Whom a placement named when a person confirmed its background checks: the proof was of these people. Null where the rule closed
-- the gate, for other kinds of gates, and where it was confirmed before anybody kept this.
alter table gates add column confirmed_mentor_ids uuid[];
