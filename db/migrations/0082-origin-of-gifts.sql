set local lock_timeout = '5s';

-- How it is known which organisation a gift is from. A name that somebody typed ties nothing: a gift is an organisation's when its
-- signed-in mentor gave it, when it came by a link that was made for the organisation, or when staff have said so. `none`: staff have
-- said that it is from no organisation of the district.
alter table gifts add column origin text not null default 'unasked'
  check (origin in ('unasked', 'signed_in', 'link', 'staff', 'none'));
alter table gifts add column origin_said_at timestamptz;

-- Gifts that were tied by a typed name alone are nobody's until staff have looked at them; the name stays in words. No policy binds
-- the owner meanwhile.
alter table gifts no force row level security;
alter table audit_log no force row level security;
alter table identity.links no force row level security;
update gifts g set origin = 'signed_in' where organisation_id is not null
  and (given_by is not null or exists (
    select from audit_log a where a.school_id = g.school_id and a.noun = 'gift' and a.noun_id = g.id and a.on_behalf_of is not null));
update gifts g set origin = 'link' where organisation_id is not null and origin = 'unasked'
  and exists (select from identity.links l where l.id = any (g.link_ids) and l.organisation_id = g.organisation_id);
update gifts set organisation_id = null where origin = 'unasked';
alter table identity.links force row level security;
alter table audit_log force row level security;
alter table gifts force row level security;

-- Processes of the version before know nothing of this column: what they tie goes by the same rule.
create function app.keep_origin() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.organisation_id is not null and new.origin in ('unasked', 'none') then
    if new.given_by is not null then new.origin := 'signed_in'; else new.organisation_id := null; end if;
  end if;
  return new;
end $$;
create trigger keep_origin before insert on gifts for each row execute function app.keep_origin();
alter table gifts add constraint gifts_origin_tie_check check ((origin in ('unasked', 'none')) = (organisation_id is null));
