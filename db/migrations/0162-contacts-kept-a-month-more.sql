set local lock_timeout = '5s';

-- Nobody is forgotten without the thirty days in which it is said (docs/decisions/0117): whoever is kept already when the rule comes has
-- them from here on. A default fills the rows, which the walls would hide from an update, and goes.
alter table contacts add column kept_until date default (current_date + 30);
alter table contacts alter column kept_until drop default;
