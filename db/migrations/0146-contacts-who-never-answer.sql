set local lock_timeout = '5s';

-- What is kept of a contact, and for how long (docs/decisions/0117).
comment on table contacts is 'scope: school; retention: while the school keeps the contact, 90 days after the last word to somebody who never answers; erasure: row deleted, a hash of the address may stay among the suppressions';
