set local lock_timeout = '5s';

-- A gift is opened by the link it was given through and by those that were mailed for it. Gifts from before links were noted get
-- those that their mails still tell of, and no other link of the school opens them any more. No policy binds the owner meanwhile.
alter table gifts no force row level security;
alter table mails no force row level security;
alter table identity.links no force row level security;
update gifts g set link_ids = coalesce((
    select array_agg(l.id) from mails m
      join identity.links l on l.token_hash = sha256(convert_to(substring(m.props->>'link' from '/give/([\w-]{43})/gifts/'), 'utf8'))
      where m.school_id = g.school_id and m.dedupe_key in ('gift-pledged:' || g.id, 'gift-receipt:' || g.id)
  ), '{}') where link_ids is null;
alter table identity.links force row level security;
alter table mails force row level security;
alter table gifts force row level security;
alter table gifts alter column link_ids set default '{}';

-- Where the receipt is may name the student whom it was for, and so may the business office's decision: both go with the student,
-- and the money's lines stay.
alter table fund_allocations drop constraint fund_allocations_check2;
alter table fund_allocations add constraint fund_allocations_paid_check
  check ((state = 'disbursed') = (disbursed_minor is not null and paid_on is not null)
    and (state <> 'disbursed' or evidence <> '' or student_id is null)
    and (state = 'disbursed' or evidence = ''));
create or replace function app.forget_allocation_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update public.fund_allocations set student_id = null, need = '', business_decision = '', evidence = '', form_digest = ''
    where school_id = old.school_id and student_id = old.id;
  return old;
end $$;
comment on table fund_allocations is 'scope: school; retention: 7 years, then a person deletes it; erasure: student and every word about them emptied, row kept for the ledger';
comment on table gifts is 'scope: school; retention: 7 years, then a person deletes it; erasure: everything about the donor emptied, in their mails too, row kept for the ledger';
