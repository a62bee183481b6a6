set local lock_timeout = '5s';

-- What pictures show, in their writer's words, and files that a mail brought and that are left out, by why.
alter table messages
  add column pictures_show text not null default '',
  add column left_out text[] not null default '{}';
alter table messages
  add constraint messages_pictures_show_length check (length(pictures_show) <= 200) not valid,
  add constraint messages_left_out_known
    check (left_out <@ '{not_a_picture,picture_too_big,too_many_pictures,pictures_full,unread}'::text[]) not valid;

-- What nobody can search waits for a person.
alter table messages drop constraint messages_held_for_check;
alter table messages add constraint messages_held_for_check
  check (held_for <@ '{mail,phone,link,handle,words,picture,sender,ended}'::text[]) not valid;

-- Pictures of a message, as they are shown: without what a camera writes beside a picture. Never changed, as the words.
create table message_pictures (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  message_id uuid not null,
  place smallint not null check (place between 1 and 3),
  kind text not null check (kind in ('image/jpeg', 'image/png')),
  content bytea not null check (length(content) between 1 and 5242880),
  primary key (school_id, id),
  unique (school_id, message_id, place),
  foreign key (school_id, message_id) references messages (school_id, id) on delete cascade
);
comment on table message_pictures is 'scope: school; retention: with the message; erasure: row deleted with the message, so with its writer or the pursuit';
call app.wall_by_school('message_pictures');
revoke update, delete on message_pictures from app_scoped;

-- A report keeps the pictures of the message that it is about, as it keeps the words.
create table concern_pictures (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  concern_id uuid not null,
  place smallint not null check (place between 1 and 3),
  kind text not null check (kind in ('image/jpeg', 'image/png')),
  content bytea not null check (length(content) between 1 and 5242880),
  primary key (school_id, id),
  unique (school_id, concern_id, place),
  foreign key (school_id, concern_id) references concerns (school_id, id) on delete cascade
);
comment on table concern_pictures is 'scope: school, sealed to safeguarding leads; retention: with the concern; erasure: never before the hold ends';
alter table concern_pictures enable row level security;
alter table concern_pictures force row level security;
create policy report on concern_pictures for insert to app_scoped with check (school_id = (select app.school_id()));
create policy readers_read on concern_pictures for select to app_scoped using (school_id = (select app.school_id())
  and exists (select from concerns c where c.school_id = concern_pictures.school_id and c.id = concern_pictures.concern_id));
grant select, insert on concern_pictures to app_scoped;

alter table concerns add column message_pictures_show text not null default '';
