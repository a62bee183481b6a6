-- Who counts facets keeps what was counted until the index changes: every writer says in its own transaction that it did.
-- Not a number that grows: an index that is dropped and made again must not come back to one that was seen before.
set local lock_timeout = '5s';

alter table search_indexes add column changed uuid not null default gen_random_uuid();

-- As before, but a part of the query that calls it: a function that is strict, and calls one that is not, is called for each
-- document by itself.
create or replace function app.metres_between(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
  returns double precision language sql immutable called on null input parallel safe
  return case when lat1 is not null and lon1 is not null and lat2 is not null and lon2 is not null then
    2 * 6371008.8 * asin(least(1, sqrt(
      sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2))) end;
