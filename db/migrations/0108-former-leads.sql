-- Who led a placement until when, so that a student keeps having met the mentor who was there, whoever leads today.
set local lock_timeout = '5s';

create table former_leads (
  district_id uuid not null,
  organisation_id uuid not null,
  placement_id uuid not null,
  led_until timestamptz not null,
  -- null where nobody led
  mentor_id uuid,
  primary key (district_id, placement_id, led_until),
  foreign key (district_id, organisation_id, placement_id) references placements (district_id, organisation_id, id) on delete cascade,
  foreign key (district_id, mentor_id) references mentors (district_id, id) on delete cascade
);
create index former_leads_by_mentor on former_leads (district_id, mentor_id);
comment on table former_leads is 'scope: district; retention: with the placement; erasure: row deleted with the mentor';
call app.wall_by_district('former_leads');
call app.open_to_organisation('former_leads');
revoke update, delete on former_leads from app_scoped;

-- Of two changes in one transaction the lead before both is the one who led until then.
create function app.keep_former_lead() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.former_leads (district_id, organisation_id, placement_id, led_until, mentor_id)
    values (old.district_id, old.organisation_id, old.id, new.updated_at, old.lead_mentor_id)
    on conflict do nothing;
  return null;
end $$;
create trigger keep_former_lead after update of lead_mentor_id on placements
  for each row when (old.lead_mentor_id is distinct from new.lead_mentor_id) execute function app.keep_former_lead();

create function app.lead_at(district uuid, placement uuid, moment timestamptz) returns uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
  select mentor_id from (
    select f.mentor_id, f.led_until from public.former_leads f
      where f.district_id = district and f.placement_id = placement and f.led_until > moment
    union all
    select p.lead_mentor_id, 'infinity' from public.placements p where p.district_id = district and p.id = placement
  ) leads order by led_until limit 1
$$;
grant execute on function app.lead_at(uuid, uuid, timestamptz) to app_scoped;
