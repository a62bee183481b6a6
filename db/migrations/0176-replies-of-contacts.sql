set local lock_timeout = '5s';

-- What a contact answers of their own accord is written down beside calls and notes: by which way, and whether it is a no. A no may
-- be said on the telephone as well. What came by mail may be longer than what somebody types.
alter table contact_notes
  add column via text not null default '',
  drop constraint contact_notes_kind_check,
  drop constraint contact_notes_outcome_check,
  drop constraint contact_notes_body_check,
  drop constraint contact_notes_check,
  drop constraint contact_notes_check1,
  add constraint contact_notes_kind_check check (kind in ('note', 'call', 'reply')) not valid,
  add constraint contact_notes_outcome_check check (case kind
    when 'note' then outcome = ''
    when 'call' then outcome in ('reached', 'not_reached', 'call_back', 'declined')
    else outcome in ('answered', 'declined') end) not valid,
  add constraint contact_notes_via_check check (case kind when 'reply' then via in ('mail', 'phone', 'in_person') else via = '' end) not valid,
  add constraint contact_notes_body_check check (length(body) <= case kind when 'reply' then 10000 else 2000 end
    and (kind <> 'note' or body <> '')) not valid;
alter table contact_notes validate constraint contact_notes_kind_check;
alter table contact_notes validate constraint contact_notes_outcome_check;
alter table contact_notes validate constraint contact_notes_via_check;
alter table contact_notes validate constraint contact_notes_body_check;

-- A reply and a no are answers, too (migration 0160).
alter policy owner_compares on contact_notes using (outcome in ('reached', 'call_back', 'declined', 'answered'));
create or replace function app.is_answered_elsewhere(asked_hash bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.contacts c
    join public.contact_notes n on n.school_id = c.school_id and n.contact_id = c.id
    where c.district_id = app.district_id() and c.school_id <> app.school_id() and c.address_hash = asked_hash
      and n.outcome in ('reached', 'call_back', 'declined', 'answered'))
$$;
