set local lock_timeout = '5s';

-- What a school holds besides the words that are shipped, and which of those it does not hold.
create table held_words (
  school_id uuid not null references schools (id),
  -- the phrase as it is searched: small letters without accents
  plain text not null check (length(plain) between 3 and 160),
  phrase text not null check (length(phrase) between 1 and 80),
  -- BCP 47; all words are looked for in every message
  language text not null,
  is_held boolean not null,
  changed_at timestamptz not null,
  primary key (school_id, plain)
);
comment on table held_words is 'scope: school; retention: until a coordinator takes it back; erasure: names nobody';
call app.wall_by_school('held_words');
