-- Who did something is a person of the same school: the key says so. Somebody who is deleted takes their name along, not the
-- record. Ids without a key, each with its reason: tests/support/wall-exceptions.ts.
set local lock_timeout = '5s';

-- New rows are held to these at once.
alter table clearances add constraint clearances_recorded_by_fkey foreign key (school_id, recorded_by) references people (school_id, id) on delete set null (recorded_by) not valid;
alter table consents add constraint consents_recorded_by_fkey foreign key (school_id, recorded_by) references people (school_id, id) on delete set null (recorded_by) not valid;
alter table forbidden_pairs add constraint forbidden_pairs_decided_by_fkey foreign key (school_id, decided_by) references people (school_id, id) on delete set null (decided_by) not valid;
alter table gates add constraint gates_confirmed_by_fkey foreign key (school_id, confirmed_by) references people (school_id, id) on delete set null (confirmed_by) not valid;
alter table guardian_codes add constraint guardian_codes_issued_by_fkey foreign key (school_id, issued_by) references people (school_id, id) on delete set null (issued_by) not valid;
alter table imports add constraint imports_created_by_fkey foreign key (school_id, created_by) references people (school_id, id) on delete set null (created_by) not valid;
alter table introductions add constraint introductions_reviewed_by_fkey foreign key (school_id, reviewed_by) references people (school_id, id) on delete set null (reviewed_by) not valid;
alter table match_runs add constraint match_runs_asked_by_fkey foreign key (school_id, asked_by) references people (school_id, id) on delete set null (asked_by) not valid;
alter table match_weights add constraint match_weights_set_by_fkey foreign key (school_id, set_by) references people (school_id, id) on delete set null (set_by) not valid;
alter table staff_tasks add constraint staff_tasks_done_by_fkey foreign key (school_id, done_by) references people (school_id, id) on delete set null (done_by) not valid;
alter table placements add constraint placements_posted_by_fkey foreign key (district_id, posted_by) references mentors (district_id, id) on delete set null (posted_by) not valid;
alter table drafts add constraint drafts_account_fkey foreign key (account_id) references identity.accounts on delete cascade not valid;
alter table identity.links add constraint links_organisation_fkey foreign key (district_id, organisation_id) references organisations (district_id, id) not valid;

-- Rows from before: an id that is nobody's says nothing, and a draft of no account is nobody's.
do $$
declare
  walled regclass[] := array['people', 'mentors', 'organisations', 'clearances', 'consents', 'drafts', 'forbidden_pairs', 'gates', 'guardian_codes',
    'imports', 'introductions', 'match_runs', 'match_weights', 'staff_tasks', 'placements', 'identity.links']::regclass[];
  added record;
begin
  call app.force_walls(walled, false);
  for added in
    select k.conrelid::regclass as target, k.confrelid::regclass as source, k.conname,
      (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as scope,
      (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[2]) as who
    from pg_constraint k where not k.convalidated and k.conrelid = any (walled) and cardinality(k.conkey) = 2
  loop
    execute format('update %1$s t set %2$I = null where %2$I is not null and not exists (select from %3$s p where p.%4$I = t.%4$I and p.id = t.%2$I)',
      added.target, added.who, added.source, added.scope);
    execute format('alter table %s validate constraint %I', added.target, added.conname);
  end loop;
  delete from drafts t where not exists (select from identity.accounts a where a.id = t.account_id);
  alter table drafts validate constraint drafts_account_fkey;
  call app.force_walls(walled, true);
end $$;

-- The sweep deletes by the clock what its table of rules names. What may be evidence waits: no legal hold can be recorded yet.
do $$
declare
  by_hand text[] := array['advisories', 'agreements', 'agreement_signatures', 'audit_log', 'clearances', 'consents', 'disclosures', 'engagements',
    'exhibitions', 'listings', 'lti_days', 'mentors', 'organisations', 'people', 'placements', 'pursuits', 'safeguarding_leads', 'students'];
  target text;
begin
  foreach target in array by_hand loop
    execute format('comment on table %I is %L', target,
      replace(obj_description(target::regclass, 'pg_class'), '; erasure:', ', then a person deletes it; erasure:'));
  end loop;
end $$;
-- The first one, and every one that a school chose, can be read beside its runs.
comment on table match_weights is 'scope: school; retention: while a customer; erasure: holds no personal data';

-- What of a placement a coordinator of the school has read: its revision and title when the listing was last published.
alter table listings add column reviewed_revision integer, add column reviewed_title text;
create function app.keep_reviewed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  select revision, title into new.reviewed_revision, new.reviewed_title from public.placements
    where district_id = new.district_id and id = new.placement_id;
  return new;
end $$;
create trigger keep_reviewed before insert or update of state on listings
  for each row when (new.state = 'published') execute function app.keep_reviewed();
do $$
begin
  call app.force_walls(array['listings', 'placements']::regclass[], false);
  update listings l set reviewed_revision = p.revision, reviewed_title = p.title from placements p
    where p.district_id = l.district_id and p.id = l.placement_id and l.state <> 'in_review';
  call app.force_walls(array['listings', 'placements']::regclass[], true);
end $$;
