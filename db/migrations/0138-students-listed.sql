set local lock_timeout = '5s';

-- When a file of the school's students last named them; of somebody added by hand never. Whoever is missing in the next file is
-- told by it (docs/decisions/0112).
alter table students add column listed_at timestamptz;

-- Whether whoever confirmed said that the file is the whole list, and so is to be asked about whom it lacks.
alter table imports add column is_whole boolean not null default false;
