set local lock_timeout = '5s';

-- Two families know the same baker. The second introduction joins the first: nobody is asked twice, both families read what became
-- of it, and both are thanked.
alter table introductions drop constraint introductions_state_check;
alter table introductions add constraint introductions_state_check
  check (state in ('submitted', 'in_review', 'invited', 'accepted', 'declined', 'bounced', 'expired', 'joined')) not valid;
alter table introductions validate constraint introductions_state_check;
alter table introductions add column joined_to uuid check ((state = 'joined') = (joined_to is not null));
alter table introductions add foreign key (school_id, joined_to) references introductions (school_id, id);
