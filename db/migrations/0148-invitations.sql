set local lock_timeout = '5s';

-- When somebody was first signed in as what a membership says. Sessions are deleted 30 days after their end: of who signed in before,
-- the log tells whoever did something. No policy binds the owner meanwhile.
alter table identity.memberships add column came_in_at timestamptz;
alter table identity.memberships no force row level security;
alter table audit_log no force row level security;
update identity.memberships m set came_in_at = seen.first_at
  from (
    select id, min(at) as first_at from (
      select membership_id as id, created_at as at from identity.sessions where membership_id is not null
      union all
      select ms.id, acted.first_at from identity.memberships ms
        join (select school_id, actor_kind, actor_id, min(at) as first_at from audit_log
          where channel = 'web' and actor_id is not null and school_id is not null group by school_id, actor_kind, actor_id) acted
        on acted.school_id = ms.school_id and acted.actor_id = ms.person_id
          and acted.actor_kind = case when ms.role in ('student', 'guardian') then ms.role else 'staff' end
    ) moments group by id
  ) seen
  where seen.id = m.id;
alter table audit_log force row level security;
alter table identity.memberships force row level security;

-- How people of a school were asked to come in. An invitation by mail goes to an address that lets in already; a letter or a code
-- handed over carries a short code, of which identity.links holds a keyed hash, and opens what the person is as student or guardian.
create table invitations (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  way text not null check (way in ('mail', 'letter', 'hand')),
  -- null once the address is taken away: the invitation is worth nothing then
  contact_point_id uuid check (contact_point_id is null or way = 'mail'),
  invited_by uuid,
  note text not null default '' check (length(note) <= 500),
  invited_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > invited_at),
  reminded_at timestamptz check (reminded_at is null or way = 'mail'),
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, person_id) references people (school_id, id) on delete cascade,
  foreign key (school_id, invited_by) references people (school_id, id) on delete set null (invited_by),
  foreign key (school_id, contact_point_id) references contact_points (school_id, id) on delete set null (contact_point_id)
);
create unique index invitations_open on invitations (school_id, person_id) where used_at is null and withdrawn_at is null;
create index invitations_of_person on invitations (school_id, person_id);
create index invitations_by_contact_point on invitations (school_id, contact_point_id);
create index invitations_by_inviter on invitations (school_id, invited_by);
comment on table invitations is 'scope: school; retention: 1 year; erasure: row deleted with the person';
call app.wall_by_school('invitations');

alter table identity.links drop constraint links_kind_check;
alter table identity.links add constraint links_kind_check
  check (kind in ('consent', 'first-contact', 'introduction-invitation', 'introduce', 'delete-me', 'school-invitation', 'give', 'offer', 'join')) not valid;
alter table identity.links validate constraint links_kind_check;

-- A browser that came with an invitation proves an address that has no account yet.
alter table identity.challenges
  add column joins_link uuid references identity.links on delete cascade,
  add column joins_mail text check (length(joins_mail) between 3 and 254),
  add constraint challenges_joins check ((joins_link is null) = (joins_mail is null) and (joins_link is null or account_id is null));
