set local lock_timeout = '5s';

-- Minutes one way from the middle of an area to a site, for a span of arrival times, where a school knows better than a
-- distance. A row for the whole day runs from 00:00 to 24:00.
create table travel_times (
  school_id uuid not null,
  district_id uuid not null,
  area_id uuid not null,
  organisation_id uuid not null,
  site_id uuid not null,
  mode text not null check (mode in ('walk', 'cycle', 'bus', 'car')),
  arrive_from time not null default '00:00',
  arrive_to time not null default '24:00',
  minutes smallint not null check (minutes between 0 and 600),
  check (arrive_from < arrive_to),
  primary key (school_id, area_id, site_id, mode, arrive_from),
  foreign key (district_id, school_id) references schools (district_id, id),
  foreign key (district_id, area_id) references areas (district_id, id) on delete cascade,
  foreign key (district_id, organisation_id, site_id) references sites (district_id, organisation_id, id) on delete cascade
);
create index travel_times_by_site on travel_times (district_id, organisation_id, site_id);
create index travel_times_by_area on travel_times (district_id, area_id);
comment on table travel_times is 'scope: school; retention: until replaced; erasure: holds no personal data';
call app.wall_by_school('travel_times');

-- How a student may travel. Not everybody has a bicycle, and a car is the family's: mentors never drive students.
alter table students add column travel_modes text[] not null default '{walk,bus}'
  check (travel_modes <@ array['walk', 'cycle', 'bus', 'car'] and cardinality(travel_modes) > 0);
