set local lock_timeout = '5s';

-- What went back before donors were told of it is told to nobody now.
update gifts set told_back_minor = minor where standing in ('part_refunded', 'refunded', 'lost');
