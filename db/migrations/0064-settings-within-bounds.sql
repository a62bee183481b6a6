set local lock_timeout = '5s';

-- Without a single pursuit, or a place for each seat, no student could get anything from a plan; each place more is one more
-- round of a slate. SETTING_BOUNDS of app/domain/settings.ts says the same. A school that is beyond goes by the defaults, as the
-- product reads it from now on. No policy binds the owner meanwhile.
alter table school_settings no force row level security;
update school_settings set overrides = overrides - 'livePursuitLimit' where overrides ? 'livePursuitLimit'
  and not coalesce(overrides -> 'livePursuitLimit' between '1' and '20' and overrides @? '$.livePursuitLimit ? (@.floor() == @)', false);
update school_settings set overrides = overrides - 'placesPerSeat' where overrides ? 'placesPerSeat'
  and not coalesce(overrides -> 'placesPerSeat' between '1' and '20' and overrides @? '$.placesPerSeat ? (@.floor() == @)', false);
alter table school_settings force row level security;
alter table school_settings add constraint live_pursuit_limit_within_bounds check (not overrides ? 'livePursuitLimit'
  or (overrides -> 'livePursuitLimit' between '1' and '20' and overrides @? '$.livePursuitLimit ? (@.floor() == @)'));
alter table school_settings add constraint places_per_seat_within_bounds check (not overrides ? 'placesPerSeat'
  or (overrides -> 'placesPerSeat' between '1' and '20' and overrides @? '$.placesPerSeat ? (@.floor() == @)'));
