set local lock_timeout = '5s';

-- A lead mentor answers from a mail, without an account, whether what they offer is still open.
alter table identity.links drop constraint links_kind_check;
alter table identity.links add constraint links_kind_check
  check (kind in ('consent', 'first-contact', 'introduction-invitation', 'introduce', 'delete-me', 'school-invitation', 'give', 'offer', 'join', 'still-open')) not valid;
alter table identity.links validate constraint links_kind_check;
