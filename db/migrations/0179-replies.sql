set local lock_timeout = '5s';

-- To where somebody answers by mail: one address for each seat in a conversation. Only a hash of its secret part is kept.
create table reply_addresses (
  school_id uuid not null references schools (id),
  id uuid not null,
  member_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, member_id) references thread_members (school_id, id) on delete cascade
);
create index reply_addresses_of_member on reply_addresses (school_id, member_id);
comment on table reply_addresses is 'scope: school; retention: with the seat; erasure: row deleted with the seat';
call app.wall_by_school('reply_addresses');
revoke update, delete on reply_addresses from app_scoped;
-- A mail that comes in says no school: the hash does, and nothing of a person.
create policy system_finds on reply_addresses for select to app_system using (true);
grant select (school_id, id, token_hash) on reply_addresses to app_system;

-- Mails that came to such an address, and what became of each. What they say is a message, or is not kept.
create table replies (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  member_id uuid not null,
  -- the provider's id of the mail, or a hash of it: the same mail twice is one
  source text not null check (length(source) between 1 and 255),
  received_at timestamptz not null,
  -- null until it was read
  became text check (became in ('sent', 'held', 'aside', 'given_back', 'dropped')),
  because text not null default '',
  settled_at timestamptz check ((settled_at is null) = (became is null)),
  primary key (school_id, id),
  unique (school_id, member_id, source),
  foreign key (school_id, member_id) references thread_members (school_id, id) on delete cascade
);
create index replies_by_time on replies (school_id, received_at);
comment on table replies is 'scope: school; retention: 90 days; erasure: row deleted with the seat';
call app.wall_by_school('replies');
revoke update on replies from app_scoped;
grant update (became, because, settled_at) on replies to app_scoped;

-- What came by mail from an address that is not its writer's, or after its writer's place had ended, waits too.
alter table messages drop constraint messages_held_for_check;
alter table messages add constraint messages_held_for_check
  check (held_for <@ '{mail,phone,link,handle,words,sender,ended}'::text[]) not valid;

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''take-reply''');
end $$;
