set local lock_timeout = '5s';

-- Checks that came for a gift: several may, each for a part, and each may come back.
create table gift_cheques (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  gift_id uuid not null,
  minor bigint not null check (minor between 1 and 99999999),
  number text not null default '' check (length(number) <= 60),
  received_on date not null,
  -- the invoice at Stripe that was told of it, and the note by which it asks for less; without a note it counts as paid there
  invoice text check (invoice ~ '^in_\w{1,250}$'),
  credit_note text check (credit_note ~ '^cn_\w{1,250}$'),
  bounced_at timestamptz,
  -- it came back when the invoice counted as paid and could ask for nothing more: what it was for is owed as a promise
  owed_again boolean not null default false,
  form_key uuid,
  form_digest text not null default '' check (length(form_digest) <= 64),
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  check (not owed_again or bounced_at is not null),
  check (credit_note is null or invoice is not null),
  foreign key (school_id, gift_id) references gifts (school_id, id)
);
create index gift_cheques_by_gift on gift_cheques (school_id, gift_id);
create unique index gift_cheques_by_form on gift_cheques (school_id, form_key) where form_key is not null;
comment on table gift_cheques is 'scope: school; retention: with the gift; erasure: its number is emptied with the name of the donor';

-- Until now a gift had one check, in columns of its own; it keeps the gift's id. No policy binds the owner for the copy.
alter table gifts drop constraint gifts_cheque_check;
alter table gifts no force row level security;
insert into gift_cheques (school_id, id, gift_id, minor, number, received_on, bounced_at, created_at)
  select school_id, id, id, coalesce(cheque_minor, minor), cheque_number, received_on, cheque_bounced_at, created_at
  from gifts where received_on is not null;
alter table gifts force row level security;
call app.wall_by_school('gift_cheques');

-- What processes of the version before still write into the columns comes along; they go once none of these run.
create function app.copy_cheque() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.gift_cheques (school_id, id, gift_id, minor, number, received_on, bounced_at)
    values (new.school_id, new.id, new.id, coalesce(new.cheque_minor, new.minor), new.cheque_number, new.received_on, new.cheque_bounced_at)
    on conflict (school_id, id) do update set bounced_at = excluded.bounced_at;
  return null;
end $$;
create trigger copy_cheque after insert or update of received_on, cheque_bounced_at on gifts
  for each row when (new.received_on is not null) execute function app.copy_cheque();
