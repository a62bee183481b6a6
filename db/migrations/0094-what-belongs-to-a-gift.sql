set local lock_timeout = '5s';

-- Why a check is more than the fund takes at once. It stands with the check, so that it goes with its donor.
alter table gift_cheques add column why_more text not null default '' check (length(why_more) <= 300);
comment on table gift_cheques is 'scope: school; retention: with the gift; erasure: its number and what was said of it are emptied with the name of the donor';

-- Until now it stood in the log, at first behind the check's number, where nobody can empty it. From donors who were forgotten nothing
-- is taken over. The log names the check from now on; of earlier ones it tells that one came, and when. No policy binds the owner
-- meanwhile.
alter table gifts no force row level security;
alter table gift_cheques no force row level security;
alter table audit_log no force row level security;
update gift_cheques c set why_more = left(case when c.number <> '' and starts_with(a.evidence, c.number || ': ')
    then substr(a.evidence, length(c.number) + 3) else a.evidence end, 300)
  from gifts g, audit_log a
  where g.school_id = c.school_id and g.id = c.gift_id and g.donor_name <> ''
    and a.school_id = c.school_id and a.noun = 'gift' and a.noun_id = c.gift_id and a.transition = 'cheque' and a.at = c.created_at
    and a.evidence not in ('', c.number);
update audit_log set evidence = '' where noun = 'gift' and transition = 'cheque' and evidence <> '';
alter table audit_log force row level security;
alter table gift_cheques force row level security;
alter table gifts force row level security;

-- Processes of the version before still write words there: they go as they come in.
create function app.name_check_alone() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.evidence !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then new.evidence := ''; end if;
  return new;
end $$;
create trigger name_check_alone before insert on audit_log
  for each row when (new.noun = 'gift' and new.transition = 'cheque') execute function app.name_check_alone();

-- The gift that a line of Stripe's balance is of, or says that it is of; null where the reference names the gift, or nobody knows one.
alter table fund_differences add column gift_id uuid;
alter table fund_differences add constraint fund_differences_gift_fkey
  foreign key (school_id, gift_id) references gifts (school_id, id) not valid;
alter table fund_differences validate constraint fund_differences_gift_fkey;
