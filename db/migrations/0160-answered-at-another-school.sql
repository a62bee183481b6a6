set local lock_timeout = '5s';

-- Schools do not see each other's contacts. Before the district is silent for somebody who never answered one of them, that one asks
-- whether another school keeps the address and was answered, and learns yes or no. Only the owner reads so far, inside this function.
create policy owner_compares on contacts for select to app_owner using (address_hash is not null);
create policy owner_compares on contact_notes for select to app_owner using (outcome in ('reached', 'call_back'));
create function app.is_answered_elsewhere(asked_hash bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.contacts c
    join public.contact_notes n on n.school_id = c.school_id and n.contact_id = c.id
    where c.district_id = app.district_id() and c.school_id <> app.school_id() and c.address_hash = asked_hash
      and n.outcome in ('reached', 'call_back'))
$$;
revoke execute on function app.is_answered_elsewhere(bytea) from public;
grant execute on function app.is_answered_elsewhere(bytea) to app_scoped;
