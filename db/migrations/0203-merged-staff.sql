set local lock_timeout = '5s';

-- Everybody of the school who went into somebody, also by way of others (decision 154).
create function app.went_into(who uuid) returns uuid[] language sql stable parallel safe
  return coalesce((with recursive gone as (
      select id from people where school_id = app.school_id() and merged_into = who
      union select p.id from people p join gone on p.school_id = app.school_id() and p.merged_into = gone.id)
    select array_agg(id) from gone), '{}');
grant execute on function app.went_into(uuid) to app_scoped;

-- What is kept from somebody is kept from whoever they went into.
create policy not_for_whom_they_went_into on concern_watch as restrictive for select to app_scoped
  using ((select app.job()) = 'watch-concern' or not (not_for && (select app.went_into(app.person_id()))));
create policy not_by_whom_they_went_into on concern_watch as restrictive for update to app_scoped
  using ((select app.job()) = 'watch-concern' or not (not_for && (select app.went_into(app.person_id()))));
create policy not_for_whom_they_went_into on suspension_reasons as restrictive for select to app_scoped
  using (not (not_for && (select app.went_into(app.person_id()))));

-- A seat of the staff goes with whoever goes; what was written from one stays with its row.
grant update (person_id) on thread_members to app_scoped;
