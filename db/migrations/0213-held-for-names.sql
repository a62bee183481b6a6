set local lock_timeout = '5s';

-- More of somebody's name than the others know, and where a house stands.
alter table messages drop constraint messages_held_for_check;
alter table messages add constraint messages_held_for_check
  check (held_for <@ '{mail,phone,link,handle,name,street,words,picture,sender,ended}'::text[]) not valid;
alter table messages validate constraint messages_held_for_check;
