set local lock_timeout = '5s';

-- A mentor leaves an organisation: their last day is said before, and may be taken back until it is over.
create table mentor_departures (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  mentor_id uuid not null,
  last_day date not null,
  reason text not null check (length(reason) between 1 and 500),
  -- the school whose coordinator said it; null where the mentor did
  said_by_school_id uuid,
  said_at timestamptz not null,
  undone_at timestamptz check (undone_at >= said_at),
  -- since when somebody else, or nobody, leads what they led
  handed_on_at timestamptz check (undone_at is null or handed_on_at is null),
  primary key (district_id, id),
  foreign key (district_id, organisation_id) references organisations (district_id, id),
  foreign key (district_id, mentor_id) references mentors (district_id, id) on delete cascade,
  foreign key (district_id, said_by_school_id) references schools (district_id, id)
);
create index departures_by_mentor on mentor_departures (district_id, mentor_id);
comment on table mentor_departures is 'scope: district; retention: with the mentor; erasure: row deleted with the mentor';
call app.wall_by_district('mentor_departures');
call app.open_to_organisation('mentor_departures');

-- A place that they led, and the back-up who leads it next; null where nobody is known yet.
create table departure_places (
  district_id uuid not null,
  departure_id uuid not null,
  placement_id uuid not null,
  next_lead_id uuid,
  primary key (district_id, departure_id, placement_id),
  foreign key (district_id, departure_id) references mentor_departures (district_id, id) on delete cascade,
  foreign key (district_id, placement_id) references placements (district_id, id) on delete cascade,
  foreign key (district_id, next_lead_id) references mentors (district_id, id) on delete cascade
);
comment on table departure_places is 'scope: district; retention: with the mentor; erasure: row deleted with the mentor';
call app.wall_by_district('departure_places');

-- What a school has done about it, so that each does it once.
create table departure_schools (
  school_id uuid not null,
  district_id uuid not null,
  departure_id uuid not null,
  told_at timestamptz not null,
  paused_at timestamptz,
  primary key (school_id, departure_id),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, departure_id) references mentor_departures (district_id, id) on delete cascade
);
comment on table departure_schools is 'scope: school; retention: with the mentor; erasure: row deleted with the mentor';
call app.wall_by_school('departure_schools');
