-- Schemas, the settings a scope sets, and the helpers that give a table its wall.
-- Runs as the owner. The login role of the app holds no privilege of its own: each door (db/scope.server.ts)
-- switches to app_scoped, app_identity or app_system for one transaction.
set local lock_timeout = '5s';

create schema if not exists app;
create schema if not exists identity;
grant usage on schema app, public to app_scoped, app_system;
grant usage on schema identity to app_identity, app_scoped;
grant usage on schema app to app_identity;

-- After a scoped transaction the setting is '' rather than null, hence nullif.
create function app.account_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account_id', true), '')::uuid;
create function app.school_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.school_id', true), '')::uuid;
create function app.district_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.district_id', true), '')::uuid;
create function app.organisation_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation_id', true), '')::uuid;
grant execute on all functions in schema app to app_scoped, app_identity, app_system;

-- Student data: seen and written only inside its own school.
create procedure app.wall_by_school(target text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_school on %s to app_scoped using (school_id = (select app.school_id())) with check (school_id = (select app.school_id()))', target);
  execute format('grant select, insert, update, delete on %s to app_scoped', target);
end $$;

-- What organisations own: seen by the schools of the district and by the organisation itself.
create procedure app.wall_by_district(target text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_district on %s to app_scoped using (district_id = (select app.district_id()) and (select app.school_id()) is not null) with check (district_id = (select app.district_id()) and (select app.school_id()) is not null)', target);
  execute format('grant select, insert, update, delete on %s to app_scoped', target);
end $$;

create procedure app.open_to_organisation(target text) language plpgsql as $$
begin
  execute format('create policy own_organisation on %s to app_scoped using (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id())) with check (organisation_id = (select app.organisation_id()) and district_id = (select app.district_id()))', target);
end $$;
revoke execute on all procedures in schema app from public;
