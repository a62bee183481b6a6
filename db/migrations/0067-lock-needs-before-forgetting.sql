set local lock_timeout = '5s';

-- Whoever keeps a picture with a need holds its row. A student's needs are locked first, so that a picture that is being kept is
-- there to be deleted; the statement after the wait sees it.
create or replace function app.forget_allocation_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from public.fund_allocations where school_id = old.school_id and student_id = old.id order by id for update;
  delete from public.fund_receipts r using public.fund_allocations a
    where a.school_id = r.school_id and a.id = r.allocation_id and a.school_id = old.school_id and a.student_id = old.id;
  update public.fund_allocations set student_id = null, need = '', business_decision = '', evidence = '', form_digest = ''
    where school_id = old.school_id and student_id = old.id;
  return old;
end $$;
