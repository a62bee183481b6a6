set local lock_timeout = '5s';

-- What was paused for a suspension comes back by itself, and nobody has read it then: only publishing writes `published_at`.
drop trigger keep_reviewed on listings;
create trigger keep_reviewed before insert or update of published_at on listings
  for each row when (new.state = 'published') execute function app.keep_reviewed();

-- An entry about a background check stays; without the one that replaced it a mistaken one would count again.
revoke delete on clearances from app_scoped;
