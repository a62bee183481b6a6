import { cast } from "~db/cast";
import type { Stage } from "./stage";

/** How many of each a big school has. */
export const CROWD = {
  students: 2000,
  guardians: 1000,
  placements: 1000,
  pursuits: 6000,
  tasks: 1500,
  introductions: 500,
};

/** Makes Lakeview a big school: pursuits in every state, in no order, and much that waits for a coordinator. */
export async function insertCrowd(stage: Stage): Promise<void> {
  const { schoolId, districtId } = cast.ana;
  const [{ organisation_id, mentor_id }] = (await stage.rows<Record<string, string>>(
    "select organisation_id, lead_mentor_id as mentor_id from placements where lead_mentor_id = $1 limit 1",
    [cast.maya.personId],
  )) as [Record<string, string>];
  await stage.rows(
    `with person as (insert into people (school_id, full_name, name_used)
        select $1, 'Student ' || n || ' (sample)', 'Student ' || n from generate_series(1, ${CROWD.students}) n returning id)
      insert into students (school_id, district_id, id, grade, entered_on) select $1, $2, id, 10, '2026-09-01' from person`,
    [schoolId, districtId],
  );
  await stage.rows(
    `with adult as (insert into people (school_id, full_name, name_used)
        select $1, 'Guardian ' || n || ' (sample)', 'Guardian ' || n from generate_series(1, ${CROWD.guardians}) n returning id),
      adults as (select id, row_number() over (order by id) - 1 as n from adult),
      wards as (select id, row_number() over (order by id) - 1 as n from students where school_id = $1)
      insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, from_on)
      select $1, wards.id, adults.id, 'parent', 'parent', '2026-09-01'
      from wards join adults on adults.n = wards.n % ${CROWD.guardians}`,
    [schoolId],
  );
  await stage.rows(
    `with placement as (insert into placements select (jsonb_populate_record(p, jsonb_build_object('id', uuidv7(),
          'title', 'Placement ' || n))).* from (select p from placements p where lead_mentor_id = $1 limit 1) one,
        generate_series(1, ${CROWD.placements}) n returning district_id, organisation_id, id)
      insert into listings (school_id, district_id, organisation_id, placement_id, state, seats)
      select $2, district_id, organisation_id, id, 'published', 1 from placement`,
    [mentor_id, schoolId],
  );
  await stage.rows(
    `with st as (select id, row_number() over (order by id) - 1 as n from students where school_id = $1),
      li as (select id, row_number() over (order by id) - 1 as n from listings where school_id = $1 and organisation_id = $2)
      insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at, created_at, updated_at)
      select $1, st.id, li.id, $2,
        (array['requested', 'approved', 'contacted', 'offered', 'accepted', 'declined', 'expired', 'withdrawn'])[1 + k % 8],
        now(), $3::timestamptz - (k * 7919 % 100000) * interval '1 minute', $3::timestamptz - (k * 7919 % 100000) * interval '1 minute'
      from generate_series(1, ${CROWD.pursuits}) k
      join st on st.n = k % ${CROWD.students} join li on li.n = (k * 31 + k / ${CROWD.students}) % ${CROWD.placements}`,
    [schoolId, organisation_id, stage.wiring.clock.now()],
  );
  await stage.rows(
    `insert into staff_tasks (school_id, kind, subject_noun, subject_id, props, dedupe_key, opened_at)
      select $1, 'find_contact', 'listing', $1, jsonb_build_object('studentId', $3::text, 'mentorId', $4::text), 'crowd:' || n,
        $2::timestamptz - n * interval '1 minute'
      from generate_series(1, ${CROWD.tasks}) n`,
    [schoolId, stage.wiring.clock.now(), cast.ana.personId, mentor_id],
  );
  await stage.rows(
    `insert into introductions (school_id, district_id, proposed_by, proposed_as, mentor_name, created_at)
      select $1, $2, $3, 'guardian', 'Mentor ' || n, $4::timestamptz - n * interval '1 hour'
      from generate_series(1, ${CROWD.introductions}) n`,
    [schoolId, districtId, cast.rosa.personId, stage.wiring.clock.now()],
  );
  await stage.rows("analyze");
}
