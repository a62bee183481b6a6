set local lock_timeout = '5s';

-- A gift that goes on at another account after its own was ended: what the books hold of it there, before fees, and the fees. Nobody can be
-- asked for it any more, and its new account knows nothing of it.
alter table gifts add column kept_left_minor bigint not null default 0;
alter table gifts add column kept_fee_minor bigint not null default 0;
-- The invoice that was open at the ended account when the school settled the gift by its books: it can still be paid there.
alter table gifts add column left_invoice text not null default '';
