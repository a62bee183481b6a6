set local lock_timeout = '5s';

-- Under which key a donor would be an organisation of the district, so that a gift by a link counts as the organisation's also when
-- it joins later. Emptied with the donor's name.
alter table gifts add column donor_key text not null default '';
