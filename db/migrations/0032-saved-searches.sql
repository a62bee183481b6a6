set local lock_timeout = '5s';

-- What a student looks for again and again: words and limits under a name of their own. `looked_until` is the moment up to
-- which a mail has told what is new.
create table saved_searches (
  school_id uuid not null,
  id uuid not null default uuidv7(),
  student_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- written and read by app/features/search/kept-wish.ts
  wish jsonb not null check (pg_column_size(wish) < 20000),
  mails_news boolean not null,
  looked_until timestamptz not null,
  created_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, student_id) references students (school_id, id) on delete cascade
);
create index saved_searches_of_student on saved_searches (school_id, student_id);
comment on table saved_searches is 'scope: school; retention: 90 days after leaving; erasure: row deleted with the student';
call app.wall_by_school('saved_searches');

-- A digest is wanted until it is not: it is stopped by itself, without silencing what concerns its reader.
alter table mails drop constraint mails_category_check;
alter table mails add constraint mails_category_check check (category in ('transactional', 'outreach', 'digest'));
alter table mail_suppressions drop constraint mail_suppressions_category_check;
alter table mail_suppressions add constraint mail_suppressions_category_check check (category in ('transactional', 'outreach', 'digest'));

-- One more task for app.enqueue. The rest of the function stays as it is by now.
do $$
begin
  execute replace(
    pg_get_functiondef('app.enqueue(text,json,text,timestamptz,text,integer,integer)'::regprocedure),
    '''sweep''', '''sweep'', ''mail-saved-searches''');
end $$;
