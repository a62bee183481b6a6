set local lock_timeout = '5s';

-- What 0186 asks of messages, looked through while others go on writing.
alter table messages validate constraint messages_held_for_check;
alter table messages validate constraint messages_pictures_show_length;
alter table messages validate constraint messages_left_out_known;
