set local lock_timeout = '5s';

-- A person has one mail of a school a day at most, apart from what cannot wait (docs/decisions/0134). A mail that can wait is promised
-- like any other, and goes with the day's mail of its reader: one of them carries the others.
alter table mails add column joins_day boolean not null default false;
-- when it was put on its way with a day's mail; null while it waits for one
alter table mails add column day_at timestamptz;
-- the mail that carries it; null for the carrier itself
alter table mails add column joined_in uuid;
alter table mails add constraint mails_of_school_key unique (school_id, id);
alter table mails add constraint mails_joined_in_fkey foreign key (school_id, joined_in) references mails (school_id, id) on delete cascade not valid;
alter table mails validate constraint mails_joined_in_fkey;
alter table mails add constraint mails_day_waits check (joins_day or (day_at is null and joined_in is null)) not valid;
alter table mails validate constraint mails_day_waits;
alter table mails add constraint mails_joined_on_a_day check (joined_in is null or day_at is not null) not valid;
alter table mails validate constraint mails_joined_on_a_day;
grant select (joins_day, day_at, joined_in) on mails to app_scoped;
grant update (joined_in) on mails to app_scoped;
