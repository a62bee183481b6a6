-- A word counts its documents, so its row is written anew with each of them. With room left in its page it stays there, and
-- none of the three indexes of words has to hear of it: a fifth of those writes did not stay.
set local lock_timeout = '5s';

alter table search_terms set (fillfactor = 50);
