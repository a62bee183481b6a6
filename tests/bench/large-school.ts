import pg from "pg";
import { COHORT } from "~db/seed/cohort/cohort-school.server";

/** How many of the cohort's things a large school has. */
export const LARGE_SCHOOL = { students: 2_000, placements: 1_000 } as const;

/** Who signs in there besides the coordinator: a student with a host, an adult with four children, the mentor whom most go to. */
export const MEMBERS = {
  student: "student@cohort.example",
  guardian: "guardian@cohort.example",
  mentor: "mentor@cohort.example",
} as const;

const COPIES_OF_STUDENTS = 6;
const COPIES_OF_PLACEMENTS = 4;

/**
 * Makes of the sample school of `seed:cohort` one of 2,000 students and 1,000 placements with all that waits in one: requests,
 * first contacts, internships that are set up and that run, visits of this week, tasks, introductions, listings in review. The
 * coordinator has an advisory too. Copies have ids, names and addresses of their own; no trigger looks at them.
 */
export async function enlargeCohort(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    for (const statement of [...rememberOriginals, ...copyPeople, ...copyPlacements, ...addWhatGoesOn])
      await client.query(statement);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

const SCHOOL = `'${COHORT.schoolId}'::uuid`;
const DISTRICT = `'${COHORT.districtId}'::uuid`;

/** The id of the nth copy of a thing. */
const twin = (column: string) => `md5(${column}::text || copy.n)::uuid`;

interface Copied {
  table: string;
  of: string;
  /** Columns that hold ids of copied things, and what else differs. */
  with: Record<string, string>;
}

function copyRows({ table, of, with: changed }: Copied): string {
  const fields = Object.entries(changed).map(([column, value]) => `'${column}', ${value}`);
  return `insert into ${table} select (jsonb_populate_record(r, jsonb_build_object(${fields.join(", ")}))).* from ${table} r ${of}`;
}

/** A copy of everybody who belongs to a student that is copied, and of each advisor. */
const rememberOriginals = [
  `create temporary table copies on commit drop as
     select s.id as student_id, copy.n from students s cross join generate_series(1, ${COPIES_OF_STUDENTS}) as copy (n)
     where s.school_id = ${SCHOOL} order by copy.n, s.id limit ${LARGE_SCHOOL.students} - (select count(*) from students where school_id = ${SCHOOL})`,
  `create temporary table copied_people on commit drop as
     select student_id as person_id, n from copies
     union select g.guardian_id, n from guardian_links g join copies using (student_id) where g.school_id = ${SCHOOL}
     union select a.advisor_id, n from advisories a cross join generate_series(1, ${COPIES_OF_STUDENTS}) as copy (n) where a.school_id = ${SCHOOL}`,
  `create temporary table copied_placements on commit drop as
     select l.id as listing_id, l.placement_id, n from listings l cross join generate_series(1, ${COPIES_OF_PLACEMENTS}) as copy (n)
     where l.school_id = ${SCHOOL}`,
];

const ofStudents = `join copies copy on copy.student_id = r.student_id where r.school_id = ${SCHOOL}`;

const copyPeople = [
  copyRows({
    table: "people",
    of: `join copied_people copy on copy.person_id = r.id where r.school_id = ${SCHOOL}`,
    with: { id: twin("r.id"), full_name: "r.full_name || ' ' || chr(64 + copy.n::int)" },
  }),
  copyRows({
    table: "contact_points",
    of: `join copied_people copy on copy.person_id = r.person_id where r.school_id = ${SCHOOL}`,
    with: { id: twin("r.id"), person_id: twin("r.person_id"), value: "copy.n || '.' || r.value" },
  }),
  copyRows({
    table: "students",
    of: `join copies copy on copy.student_id = r.id where r.school_id = ${SCHOOL}`,
    with: { id: twin("r.id"), search_key: twin("r.search_key") },
  }),
  copyRows({ table: "student_interests", of: ofStudents, with: { student_id: twin("r.student_id") } }),
  copyRows({ table: "wishes", of: ofStudents, with: { student_id: twin("r.student_id") } }),
  copyRows({
    table: "guardian_links",
    of: ofStudents,
    with: { id: twin("r.id"), student_id: twin("r.student_id"), guardian_id: twin("r.guardian_id") },
  }),
  copyRows({
    table: "advisories",
    of: `cross join generate_series(1, ${COPIES_OF_STUDENTS}) as copy (n) where r.school_id = ${SCHOOL}`,
    with: { id: twin("r.id"), advisor_id: twin("r.advisor_id") },
  }),
  copyRows({
    table: "advisory_members",
    of: ofStudents,
    with: { advisory_id: twin("r.advisory_id"), student_id: twin("r.student_id") },
  }),
  `update advisories set advisor_id = (select id from people where school_id = ${SCHOOL} and full_name like '%Coordinator%')
     where school_id = ${SCHOOL} and id = (select min(id::text)::uuid from advisories where school_id = ${SCHOOL})`,
];

const ofPlacements = `join copied_placements copy on copy.placement_id = r.placement_id where r.district_id = ${DISTRICT}`;

const copyPlacements = [
  copyRows({
    table: "placements",
    of: `join copied_placements copy on copy.placement_id = r.id where r.district_id = ${DISTRICT}`,
    with: { id: twin("r.id"), title: "r.title || ' ' || chr(64 + copy.n::int)" },
  }),
  copyRows({ table: "placement_days", of: ofPlacements, with: { placement_id: twin("r.placement_id") } }),
  copyRows({ table: "placement_interests", of: ofPlacements, with: { placement_id: twin("r.placement_id") } }),
  copyRows({
    table: "listings",
    of: `join copied_placements copy on copy.listing_id = r.id where r.school_id = ${SCHOOL}`,
    with: { id: twin("r.id"), placement_id: twin("r.placement_id") },
  }),
  `update listings set state = 'in_review', published_at = null where school_id = ${SCHOOL} and right(id::text, 1) = '0'`,
];

const numbered = (table: string) =>
  `(select *, row_number() over (order by id) as place from ${table} where school_id = ${SCHOOL})`;

/** One pursuit of each student, every state among them; what belongs to it; and what only staff can do. */
const addWhatGoesOn = [
  `insert into pursuits (school_id, id, student_id, listing_id, organisation_id, state, student_asked_at, approved_at, expires_at, contacted_at, created_at, updated_at)
     select ${SCHOOL}, md5(s.id::text || 'pursuit')::uuid, s.id, l.id, l.organisation_id,
       (array['requested', 'approved', 'contacted', 'offered', 'accepted', 'accepted', 'declined', 'withdrawn'])[1 + s.place % 8],
       now() - interval '9 days', now() - interval '8 days', now() + interval '12 days', now() - interval '7 days',
       now() - interval '9 days' - s.place * interval '1 minute', now() - s.place * interval '1 minute'
     from ${numbered("students")} s join ${numbered("listings")} l on l.place = 1 + s.place % ${LARGE_SCHOOL.placements}`,
  `insert into gates (school_id, pursuit_id, kind, before)
     select school_id, id, kind, 'start' from pursuits cross join unnest(array['participate_consent', 'clearance', 'agreement', 'travel_plan']) as kind
     where school_id = ${SCHOOL} and state in ('approved', 'contacted', 'offered', 'accepted')`,
  `insert into engagements (school_id, pursuit_id, district_id, state, basis, starts_on, ends_on)
     select school_id, id, ${DISTRICT}, case when right(id::text, 1) < '8' then 'active' else 'not_started' end, 'unpaid_educational', current_date - 30, current_date + 60
     from pursuits where school_id = ${SCHOOL} and state = 'accepted'`,
  `insert into visits (school_id, pursuit_id, kind, state, starts_at, ends_at, place)
     select school_id, id, 'shadow_day', 'dated', date_trunc('day', now()) + interval '40 hours', date_trunc('day', now()) + interval '44 hours', '1 Measure Street'
     from pursuits where school_id = ${SCHOOL} and state = 'contacted'`,
  `insert into staff_tasks (school_id, kind, subject_noun, subject_id, props, dedupe_key, opened_at)
     select school_id, 'tell_family', 'pursuit', id, jsonb_build_object('studentId', student_id, 'news', 'accepted'), 'bench:' || id, updated_at
     from pursuits where school_id = ${SCHOOL} and state = 'accepted' limit 400`,
  `insert into introductions (school_id, district_id, proposed_by, proposed_as, mentor_name, does_what, created_at)
     select ${SCHOOL}, ${DISTRICT}, id, 'student', 'Somebody known', 'Repairs boats', now() - place * interval '1 hour'
     from ${numbered("students")} s where place <= 60`,
  `insert into contacts (school_id, district_id, full_name, organisation_name, mail, address_hash, language, origin, created_at, updated_at)
     select ${SCHOOL}, ${DISTRICT}, 'Contact Birch ' || n, 'Works ' || n % 400, n || '@works.example', sha256(convert_to(n::text, 'UTF8')),
       'en', 'import', now() - n * interval '1 hour', now() - n * interval '1 minute' from generate_series(1, ${LARGE_SCHOOL.students}) n`,
  `insert into disclosures (school_id, pursuit_id, district_id, organisation_id, mentor_id, consent_id, first_name, grade_band, interests)
     select u.school_id, u.id, ${DISTRICT}, u.organisation_id, p.lead_mentor_id, md5(u.id::text || 'consent')::uuid, 'Somebody', '9-10', '{}'
     from pursuits u join listings l on l.id = u.listing_id join placements p on p.id = l.placement_id
     where u.school_id = ${SCHOOL} and u.state in ('contacted', 'offered', 'accepted')`,
  `insert into identity.accounts (mail) values ${Object.values(MEMBERS)
    .map((mail) => `('${mail}')`)
    .join(", ")}`,
  `insert into identity.memberships (account_id, role, school_id, district_id, person_id, came_in_at)
     select a.id, 'student', ${SCHOOL}, ${DISTRICT}, u.student_id, now() from identity.accounts a,
       (select student_id from pursuits where school_id = ${SCHOOL} and state = 'contacted' order by id limit 1) u
     where a.mail = '${MEMBERS.student}'`,
  `insert into identity.memberships (account_id, role, school_id, district_id, person_id, came_in_at)
     select a.id, 'guardian', ${SCHOOL}, ${DISTRICT}, g.guardian_id, now() from identity.accounts a,
       (select guardian_id from guardian_links where school_id = ${SCHOOL} order by id limit 1) g
     where a.mail = '${MEMBERS.guardian}'`,
  `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, may_consent, may_see_records, may_know_whereabouts, from_on)
     select ${SCHOOL}, u.student_id, m.person_id, 'aunt', 'guardian', true, true, true, current_date - 30 from identity.memberships m,
       (select student_id from pursuits where school_id = ${SCHOOL} and state in ('contacted', 'accepted') order by id desc limit 3) u
     where m.school_id = ${SCHOOL} and m.role = 'guardian'`,
  `insert into identity.memberships (account_id, role, organisation_id, district_id, person_id, came_in_at)
     select a.id, 'mentor', d.organisation_id, ${DISTRICT}, d.mentor_id, now() from identity.accounts a,
       (select organisation_id, mentor_id from disclosures where school_id = ${SCHOOL} and mentor_id is not null
         group by 1, 2 order by count(*) desc limit 1) d
     where a.mail = '${MEMBERS.mentor}'`,
];
