set local lock_timeout = '5s';

-- What became of money that had come, beside what is still owed of the gift: a part may be given back while the rest is invoiced.
alter table gifts add column came_back text check (came_back in ('part_refunded', 'refunded', 'disputed', 'lost'));
-- How much the donor was told of as gone back, in minor units: each refund and each lost dispute is told once.
alter table gifts add column told_back_minor bigint not null default 0 check (told_back_minor >= 0);
