set local lock_timeout = '5s';

-- Whom of a placement's mentors a school has read: the lead and the back-ups of the day on which its listing was last published.
-- An edit names others at once, and they read nothing about a student of the school before a coordinator published them.
alter table listings add column reviewed_mentor_ids uuid[] not null default '{}';

create or replace function app.keep_reviewed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  select p.revision, p.title, array(
      select p.lead_mentor_id where p.lead_mentor_id is not null
      union
      select b.mentor_id from public.placement_backups b where b.district_id = p.district_id and b.placement_id = p.id
    ) into new.reviewed_revision, new.reviewed_title, new.reviewed_mentor_ids
    from public.placements p where p.district_id = new.district_id and p.id = new.placement_id;
  -- a placement that is written by the same statement is not seen here
  new.reviewed_mentor_ids := coalesce(new.reviewed_mentor_ids, '{}');
  return new;
end $$;

-- Of a text that changed since, nobody knows who was named before.
do $$
begin
  call app.force_walls(array['listings', 'placements', 'placement_backups']::regclass[], false);
  update listings l set reviewed_mentor_ids = array(
      select p.lead_mentor_id where p.lead_mentor_id is not null
      union
      select b.mentor_id from placement_backups b where b.district_id = p.district_id and b.placement_id = p.id
    )
    from placements p
    where p.district_id = l.district_id and p.id = l.placement_id and l.reviewed_revision = p.revision;
  call app.force_walls(array['listings', 'placements', 'placement_backups']::regclass[], true);
end $$;
