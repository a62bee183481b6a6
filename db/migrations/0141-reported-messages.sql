set local lock_timeout = '5s';

-- A report may be about a conversation, or one message of it: its words are kept with the report as they were, because the
-- conversation goes with its writer and its pursuit, and the report does not.
alter table concerns
  add column pursuit_id uuid,
  add column message_id uuid,
  add column message_words text not null default '' check (length(message_words) <= 2000),
  add column message_by text not null default '',
  add column message_at timestamptz,
  add constraint concerns_message_of_conversation check (message_id is null or (pursuit_id is not null and message_at is not null));
