set local lock_timeout = '5s';

-- A mail that a worker has leased and not yet handed over can still be stopped; a lease ends with its mail.
grant update (claimed_until) on mails to app_scoped;
