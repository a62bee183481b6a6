set local lock_timeout = '5s';

-- What reaches everybody in a conversation has a number there: 1, 2, 3 in the order in which it reached them. None while it waits, none
-- when it was returned, and none on what is older than the numbers: that is no news to anybody.
alter table messages
  add column reached integer check (reached > 0),
  add constraint messages_reached_when_sent check (reached is null or state = 'sent');
grant update (reached) on messages to app_scoped;

-- Up to which number a member was shown what was written, and up to which a mail told them of it. A mail that never left told nothing.
alter table thread_members
  add column seen integer not null default 0,
  add column told integer not null default 0,
  add column told_in uuid;
grant update (seen, told, told_in) on thread_members to app_scoped;

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''mail-digests''');
end $$;
