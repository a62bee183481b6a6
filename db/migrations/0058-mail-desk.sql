set local lock_timeout = '5s';

-- An admin tries a mail again that the provider refused: it certainly did not leave, so it begins anew.
grant update (handed_at) on mails to app_scoped;
