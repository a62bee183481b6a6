set local lock_timeout = '5s';

-- A student's own page, the limit of live pursuits and an advisory ask by student, in every state.
create index pursuits_by_student on pursuits (school_id, student_id);
