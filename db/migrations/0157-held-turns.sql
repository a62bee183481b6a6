set local lock_timeout = '5s';

-- Whose turn it is to read what waits in a conversation, and until when; both while something waits.
alter table threads
  add column held_turn text check (held_turn in ('named', 'coordinators', 'admins')),
  add column held_until timestamptz,
  add constraint threads_held_turn_has_an_end check ((held_turn is null) = (held_until is null));
grant update (held_turn, held_until) on threads to app_scoped;

-- What waits already is the coordinators', from now on. Nobody's school is set here, so the owner too would see no row.
alter table threads no force row level security;
alter table messages no force row level security;
update threads t set held_turn = 'coordinators', held_until = now() + interval '1 day'
  where exists (select from messages ms where ms.school_id = t.school_id and ms.thread_id = t.id and ms.state = 'held');
alter table messages force row level security;
alter table threads force row level security;

alter table school_settings add constraint held_hours_within_bounds check (not overrides ? 'heldHours'
  or (overrides -> 'heldHours' between '1' and '40' and overrides @? '$.heldHours ? (@.floor() == @)'));

-- Up to where the mails before the last one told a member: if the last is held back, that stays told.
alter table thread_members add column told_before integer not null default 0;
grant update (told_before) on thread_members to app_scoped;

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''watch-held''');
end $$;
