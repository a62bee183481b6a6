set local lock_timeout = '5s';

-- Whether a donor wishes to be thanked on the school's public page: by name or without, with words and the amount or not. Nothing is
-- shown before the money has come and somebody at the school has read it.
alter table gifts add column thanks text not null default 'none' check (thanks in ('none', 'named', 'unnamed'));
alter table gifts add column thanks_words text not null default '' check (length(thanks_words) <= 300);
alter table gifts add column thanks_amount boolean not null default false;
alter table gifts add column thanks_shown_at timestamptz;
