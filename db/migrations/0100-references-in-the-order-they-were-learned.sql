set local lock_timeout = '5s';

-- Ids at Stripe do not sort by time: which invoice is the newest is told by when we learned of it. Those from before are counted in the
-- order in which they lie, which is nearly the one in which they came.
alter table gift_references add column learned bigint generated always as identity;
-- An invoice that was open at an account that had ended when the school settled its gift by the books: it can still be paid there. A gift
-- may leave one at each of several accounts. Nothing reads gifts.left_invoice any more, which only had room for one.
alter table gift_references add column left_open boolean not null default false;

-- No policy binds the owner meanwhile.
alter table gifts no force row level security;
alter table gift_references no force row level security;
update gift_references r set left_open = true from gifts g
  where g.school_id = r.school_id and g.id = r.gift_id and g.left_invoice = r.reference;
alter table gift_references force row level security;
alter table gifts force row level security;
