-- The embedded search engine. These tables carry no school wall: a policy on school_ids would keep Postgres from using
-- the trigram, stem and facet indexes (none of those operators is leakproof). They hold ids and what search needs, the
-- scope of a question is part of every query, and what comes out is re-read under the actor's scope before it is shown.
set local lock_timeout = '5s';

-- The stems of a word in every language the engine knows, as 'en:garden'. Words come folded; see search/words.ts.
create function app.search_stems(word text) returns text[] language sql stable parallel safe
  return array[
    'en:' || coalesce((pg_catalog.ts_lexize('pg_catalog.english_stem', word))[1], word),
    'es:' || coalesce((pg_catalog.ts_lexize('pg_catalog.spanish_stem', word))[1], word)
  ];

-- Great-circle distance (haversine, mean Earth radius 6,371,008.8 m); null where a place is not known (least() would ignore it).
create function app.metres_between(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
  returns double precision language sql immutable strict parallel safe
  return 2 * 6371008.8 * asin(least(1, sqrt(
    sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)));
grant execute on function app.search_stems, app.metres_between to app_system, app_scoped;

-- One row per index. Who writes to an index holds its row, so writers take turns and counts stay right.
create table search_indexes (
  name text primary key,
  documents integer not null default 0
);
comment on table search_indexes is 'scope: none by policy (names and counts only); retention: while the index exists; erasure: holds no personal data';

create table search_documents (
  index_name text not null references search_indexes,
  id text not null,
  number bigint not null generated always as identity unique,
  school_ids uuid[] not null,
  version bigint not null,
  -- a removed document stays as a mark, so that a late, older version cannot bring it back
  removed boolean not null default false,
  texts jsonb not null default '{}',
  -- 'field=value' for each value, 'field!' when there is any value
  facets text[] not null default '{}',
  numbers jsonb not null default '{}',
  latitude double precision,
  longitude double precision,
  primary key (index_name, id)
);
create index search_documents_by_school on search_documents using gin (school_ids) where not removed;
comment on table search_documents is 'scope: none by policy (ids and search data only; every query names its school and rows are re-read under scope); retention: with the indexed row; erasure: emptied when the indexed row is removed';

-- Every distinct word of an index, with its stem in each language and the number of documents that hold it.
create table search_terms (
  index_name text not null,
  term text collate "C" not null,
  number bigint not null generated always as identity unique,
  stems text[] not null,
  documents integer not null,
  primary key (index_name, term)
);
create index search_terms_by_stem on search_terms using gin (stems);
create index search_terms_by_trigram on search_terms using gin (term gin_trgm_ops);
comment on table search_terms is 'scope: none by policy (single words without their document); retention: while a document holds the word; erasure: removed with the last document';

-- weight: how much the word says about the document, over all its fields (BM25 saturation, field boosts included).
create table search_postings (
  term_number bigint not null,
  document_number bigint not null,
  weight real not null,
  primary key (term_number, document_number) include (weight)
);
create index search_postings_by_document on search_postings (document_number);
comment on table search_postings is 'scope: none by policy (numbers only); retention: with the document; erasure: removed with the document';

grant select, insert, update, delete on search_indexes, search_documents, search_terms, search_postings to app_system;
-- After a large batch the writer tells the planner what has changed; waiting for autovacuum makes slow plans.
grant maintain on search_documents, search_terms, search_postings to app_system;
grant select on search_indexes, search_documents, search_terms, search_postings to app_scoped;
