set local lock_timeout = '5s';

-- When a student and the family were told that the rights over records and consents are the student's own.
alter table students add column rights_moved_at timestamptz;

-- What a student of eighteen lets a guardian go on reading. Before that it says nothing.
alter table guardian_links add column student_lets_see boolean not null default false;
