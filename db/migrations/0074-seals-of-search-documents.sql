-- What a document held when it was written, its words among it, so that a check finds one that was changed or has lost words
-- since. Null for those from before: a start builds them anew, since the index was made by an older version.
set local lock_timeout = '5s';

alter table search_documents add column seal text;

-- Over what a row keeps, and the number of its words.
create function app.search_seal(school_ids uuid[], texts jsonb, facets text[], numbers jsonb, latitude double precision, longitude double precision, fingerprint text, words integer)
  returns text language sql stable parallel safe
  return md5(row(school_ids, texts, facets, numbers, latitude, longitude, fingerprint, words)::text);
grant execute on function app.search_seal to app_system;
