-- One school suspends a mentor for the whole district. The others read that it is so and which school to ask, never why.
set local lock_timeout = '5s';

create function app.may_suspend() returns boolean language sql stable parallel safe
  return app.is_lead(app.person_id()) or app.is_staff(app.person_id(), '{admin}');
grant execute on function app.may_suspend() to app_scoped;

create table mentor_suspensions (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  mentor_id uuid not null,
  -- the school that did it, lifts it, and is asked about it
  by_school_id uuid not null,
  suspended_at timestamptz not null,
  lifted_at timestamptz check (lifted_at >= suspended_at),
  primary key (district_id, id),
  foreign key (district_id, mentor_id) references mentors (district_id, id) on delete cascade,
  foreign key (district_id, by_school_id) references schools (district_id, id)
);
create unique index one_standing_suspension on mentor_suspensions (district_id, mentor_id) where lifted_at is null;
comment on table mentor_suspensions is 'scope: district, staff only; retention: with the mentor; erasure: row deleted with the mentor';
alter table mentor_suspensions enable row level security;
alter table mentor_suspensions force row level security;
create policy staff_see on mentor_suspensions for select to app_scoped using (district_id = (select app.district_id())
  and (select app.is_staff(app.person_id(), '{advisor,coordinator,admin}')));
create policy safeguarders_suspend on mentor_suspensions for insert to app_scoped with check (district_id = (select app.district_id())
  and by_school_id = (select app.school_id()) and lifted_at is null and (select app.may_suspend()));
create policy safeguarders_lift on mentor_suspensions for update to app_scoped using (district_id = (select app.district_id())
  and by_school_id = (select app.school_id()) and (select app.may_suspend()));
grant select, insert on mentor_suspensions to app_scoped;
grant update (lifted_at) on mentor_suspensions to app_scoped;

-- Why, in words: read by leads of the school, and never by one who is the mentor in another role.
create table suspension_reasons (
  school_id uuid not null,
  district_id uuid not null,
  suspension_id uuid not null,
  what text not null check (what in ('suspended', 'lifted')),
  body text not null check (length(body) between 1 and 2000),
  written_by uuid not null,
  written_at timestamptz not null,
  not_for uuid[] not null default '{}',
  primary key (school_id, suspension_id, what),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, suspension_id) references mentor_suspensions (district_id, id) on delete cascade
);
comment on table suspension_reasons is 'scope: school, sealed to safeguarding leads; retention: with the mentor; erasure: row deleted with the mentor';
alter table suspension_reasons enable row level security;
alter table suspension_reasons force row level security;
create policy safeguarders_write on suspension_reasons for insert to app_scoped with check (school_id = (select app.school_id())
  and district_id = (select app.district_id()) and written_by = (select app.person_id()) and (select app.may_suspend()));
create policy readers_read on suspension_reasons for select to app_scoped using (school_id = (select app.school_id())
  and (select app.is_lead(app.person_id())) and (select app.person_id()) <> all (not_for)
  and not exists (select from identity.memberships m where m.school_id = (select app.school_id())
    and m.account_id = (select app.account_id()) and m.person_id = any (not_for)));
grant select, insert on suspension_reasons to app_scoped;

-- What was paused in a school, and what it was before, so that the end of it brings back this and nothing else.
create table suspension_pauses (
  school_id uuid not null,
  district_id uuid not null,
  suspension_id uuid not null,
  noun text not null check (noun in ('listing', 'engagement')),
  thing_id uuid not null,
  state_before text not null,
  primary key (school_id, suspension_id, noun, thing_id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, suspension_id) references mentor_suspensions (district_id, id) on delete cascade
);
comment on table suspension_pauses is 'scope: school; retention: with the mentor; erasure: row deleted with the mentor';
call app.wall_by_school('suspension_pauses');

-- Nobody else writes the column that every gate asks: neither a host, who may change the names of its mentors, nor other staff.
create function app.guard_suspension() returns trigger language plpgsql as $$
begin
  if current_user = 'app_scoped' and new.suspended_at is distinct from old.suspended_at and not app.may_suspend() then
    raise exception 'only safeguarding leads and admins suspend a mentor' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_suspension before update on mentors for each row execute function app.guard_suspension();

-- A suspended mentor's membership opens no room; their other roles stay.
alter table identity.memberships add column suspended_at timestamptz;

