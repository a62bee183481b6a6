-- A word or document enters these indexes at once. Left to gather (the default), what a large change brings is read through
-- by every question until a vacuum sorts it in: a minute in which the search takes several times as long.
set local lock_timeout = '5s';

alter index search_terms_by_stem set (fastupdate = off);
alter index search_terms_by_trigram set (fastupdate = off);
alter index search_documents_by_school set (fastupdate = off);
select gin_clean_pending_list('search_terms_by_stem'), gin_clean_pending_list('search_terms_by_trigram'),
  gin_clean_pending_list('search_documents_by_school');
