set local lock_timeout = '5s';

-- A giver may ask for an invoice with the number of their purchase order. What it asks for and how it stands is Stripe's to say;
-- kept here is what the pages show without asking.
alter table gifts add column purchase_order text not null default '' check (length(purchase_order) <= 60);
alter table gifts add column due_on date;

alter table gifts drop constraint gifts_standing_check;
alter table gifts add constraint gifts_standing_check
  check (standing in ('open', 'pledged', 'invoiced', 'processing', 'paid', 'part_refunded', 'refunded', 'disputed', 'lost', 'failed', 'void', 'uncollectible', 'outside'));

alter table gift_references drop constraint gift_references_reference_check;
alter table gift_references add constraint gift_references_reference_check check (reference ~ '^(cs|pi|in)_\w{1,250}$');
