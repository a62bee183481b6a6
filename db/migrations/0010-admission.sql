set local lock_timeout = '5s';

-- A person who is admitted (an introduced mentor, an invited guardian) gets a sign-in identity in the same transaction.
-- The scoped role cannot read accounts; it learns the id of one address it names itself.
create function app.ensure_account(asked_mail text, asked_language text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found uuid;
begin
  insert into identity.accounts (mail, language) values (lower(btrim(asked_mail)), asked_language)
  on conflict (mail) do nothing;
  select id into found from identity.accounts where mail = lower(btrim(asked_mail));
  return found;
end $$;
revoke execute on function app.ensure_account(text, text) from public;
grant execute on function app.ensure_account(text, text) to app_scoped;

-- Schools of the district admit mentors to its organisations.
create policy district_admits_mentors on identity.memberships for insert to app_scoped
  with check (role = 'mentor' and school_id is null and district_id = (select app.district_id()) and (select app.school_id()) is not null);
