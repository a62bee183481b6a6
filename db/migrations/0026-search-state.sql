set local lock_timeout = '5s';

-- What an index was built with: the hash of its settings. Null: before this was kept, so it has to be built again.
alter table search_indexes add column built_with text;

-- A hash of all that a document says, so that one that is stale shows without keeping the whole text twice.
alter table search_documents add column fingerprint text;
