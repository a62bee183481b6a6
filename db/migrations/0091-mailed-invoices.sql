set local lock_timeout = '5s';

-- Whether Stripe mailed the newest invoice of a gift: one that became final without its mail is mailed when the donor asks again.
-- Of invoices from before nobody knows, and Stripe mailed nearly all of them.
alter table gifts add column invoice_mailed boolean not null default true;
alter table gifts alter column invoice_mailed set default false;
