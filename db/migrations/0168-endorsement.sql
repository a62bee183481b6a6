set local lock_timeout = '5s';

-- A request may wait for the student's advisor before a coordinator decides it: a gate before the approval.
alter table gates
  drop constraint gates_kind_check,
  add constraint gates_kind_check check (kind in ('endorsement', 'looking_consent', 'participate_consent', 'clearance', 'host_answers', 'staff_visit', 'working_time', 'agreement', 'travel_plan', 'emergency_contact', 'orientation')) not valid,
  drop constraint gates_before_check,
  add constraint gates_before_check check (before in ('approval', 'contact', 'visit', 'start')) not valid;
alter table gates validate constraint gates_kind_check;
alter table gates validate constraint gates_before_check;
