set local lock_timeout = '5s';

-- What a student speaks moves no rank: the points that a school's weights gave to a shared language go to the student's own
-- wish, which is the largest part before and after. Runs keep the weights they were made with in their snapshots.
do $$
begin
  call app.force_walls(array['match_weights']::regclass[], false);
  update match_weights set weights = jsonb_set(jsonb_set(weights, '{student,wish}',
      to_jsonb((weights #>> '{student,wish}')::int + (weights #>> '{student,language}')::int)), '{student,language}', '0')
    where (weights #>> '{student,language}')::int > 0;
  call app.force_walls(array['match_weights']::regclass[], true);
end $$;
