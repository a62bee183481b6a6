set local lock_timeout = '5s';

-- More of somebody's name than the others know, and where a house stands. What stands there was held for less, so nothing is looked through.
alter table messages drop constraint messages_held_for_check;
alter table messages add constraint messages_held_for_check
  check (held_for <@ '{mail,phone,link,handle,name,street,words,picture,sender,ended}'::text[]) not valid;
