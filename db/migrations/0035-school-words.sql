set local lock_timeout = '5s';

-- Words that a school's people use for an interest, on top of those that ship. A word that was taken back stays, so that
-- it can be brought back.
create table school_words (
  school_id uuid not null references schools,
  id uuid not null default uuidv7(),
  interest_id text not null check (length(interest_id) between 1 and 60),
  -- folded: small letters without accents
  word text not null check (length(word) between 2 and 60),
  -- what people of the school added, or titles of the O*NET database (CC BY 4.0, said wherever they are listed)
  source text not null default 'school' check (source in ('school', 'onet')),
  added_by uuid,
  added_at timestamptz not null default now(),
  taken_back_at timestamptz,
  -- the word that says the same and was kept instead
  merged_into uuid,
  primary key (school_id, id),
  unique (school_id, interest_id, word),
  foreign key (school_id, added_by) references people (school_id, id) on delete set null (added_by),
  foreign key (school_id, merged_into) references school_words (school_id, id) on delete set null (merged_into),
  check (merged_into is null or taken_back_at is not null)
);
create index school_words_merged on school_words (school_id, merged_into) where merged_into is not null;
comment on table school_words is 'scope: school; retention: with the school; erasure: who added it is emptied';
call app.wall_by_school('school_words');
