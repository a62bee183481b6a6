set local lock_timeout = '5s';

-- Two that staff looked at and found not to be the same: they are proposed no more (decision 149). Whoever of them goes takes the row along.
create table organisations_apart (
  district_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  -- the school whose staff said so
  by_school_id uuid not null,
  said_at timestamptz not null,
  primary key (district_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (district_id, one_id) references organisations (district_id, id) on delete cascade,
  foreign key (district_id, other_id) references organisations (district_id, id) on delete cascade,
  foreign key (district_id, by_school_id) references schools (district_id, id)
);
create index organisations_apart_by_other on organisations_apart (district_id, other_id);
comment on table organisations_apart is 'scope: district; retention: with either organisation; erasure: holds no personal data';
call app.wall_by_district('organisations_apart');
revoke update on organisations_apart from app_scoped;

create table mentors_apart (
  district_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  by_school_id uuid not null,
  said_at timestamptz not null,
  primary key (district_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (district_id, one_id) references mentors (district_id, id) on delete cascade,
  foreign key (district_id, other_id) references mentors (district_id, id) on delete cascade,
  foreign key (district_id, by_school_id) references schools (district_id, id)
);
create index mentors_apart_by_other on mentors_apart (district_id, other_id);
comment on table mentors_apart is 'scope: district; retention: with either mentor; erasure: row deleted with either mentor';
call app.wall_by_district('mentors_apart');
revoke update on mentors_apart from app_scoped;

create table contacts_apart (
  school_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  said_at timestamptz not null,
  primary key (school_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (school_id, one_id) references contacts (school_id, id) on delete cascade,
  foreign key (school_id, other_id) references contacts (school_id, id) on delete cascade
);
create index contacts_apart_by_other on contacts_apart (school_id, other_id);
comment on table contacts_apart is 'scope: school; retention: with either contact; erasure: row deleted with either contact';
call app.wall_by_school('contacts_apart');
revoke update on contacts_apart from app_scoped;
