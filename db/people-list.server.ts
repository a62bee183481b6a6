import { type RawBuilder, sql } from "kysely";
import type { ScopeTx } from "./scope.server";

/** The lists a school keeps of its people; somebody may be in several. */
export const PEOPLE_ROLES = ["student", "guardian", "advisor", "coordinator", "admin"] as const;
export type PeopleRole = (typeof PEOPLE_ROLES)[number];

export interface PeopleQuery {
  schoolId: string;
  /** Today at the school: whoever has left before is listed last and in no role. */
  on: string;
  /** Every one of these has to stand in a name or in the student's number. */
  words: readonly string[];
}

export interface PersonInList {
  id: string;
  full_name: string;
  name_used: string;
  language: string;
  left_on: string | null;
  grade: number | null;
  student_number: string | null;
  advisory: string | null;
  /** Names used of the students somebody is a guardian of. */
  children: string[];
  roles: PeopleRole[];
}

/** How many people of the school are in each role, and in all. */
export async function countPeople(tx: ScopeTx, query: PeopleQuery): Promise<Record<PeopleRole | "all", number>> {
  const { rows } = await sql<Record<PeopleRole | "all", number>>`
    select count(*)::int as "all", ${sql.join(
      PEOPLE_ROLES.map((role) => sql`(count(*) filter (where ${role} = any (roles)))::int as ${sql.id(role)}`),
    )} from (${peopleOf(query)}) as found`.execute(tx);
  return rows[0] as Record<PeopleRole | "all", number>;
}

/** A page of the school's people in one role, or of all, by the name used; whoever has left comes last. */
export async function listPeople(
  tx: ScopeTx,
  query: PeopleQuery & { role: PeopleRole | null; limit: number; offset: number },
): Promise<PersonInList[]> {
  const { schoolId, on, role } = query;
  const { rows } = await sql<PersonInList>`
    with page as (
      select * from (${peopleOf(query)}) as found
      where ${role === null ? sql`true` : sql`${role} = any (roles)`}
      order by left_on is not null, name_used, full_name, id
      limit ${query.limit} offset ${query.offset})
    select page.*,
      (select a.name from advisory_members m join advisories a on a.school_id = m.school_id and a.id = m.advisory_id
        where m.school_id = ${schoolId} and m.student_id = page.id and ${during("m", on)} limit 1) as advisory,
      array(select c.name_used from guardian_links g join people c on c.school_id = g.school_id and c.id = g.student_id
        where g.school_id = ${schoolId} and g.guardian_id = page.id and ${during("g", on)} order by c.name_used) as children
    from page order by left_on is not null, name_used, full_name, id`.execute(tx);
  return rows;
}

function peopleOf({ schoolId, on, words }: PeopleQuery): RawBuilder<unknown> {
  const text = sql`unaccent(lower(pe.full_name || ' ' || pe.name_used || ' ' || coalesce(st.student_number, '')))`;
  const isFound = words.map((word) => sql`position(unaccent(lower(${word})) in ${text}) > 0`);
  return sql`
    with staff as (
      select person_id, array_agg(distinct role) as roles from identity.memberships ms
      where school_id = ${schoolId} and role in ('advisor', 'coordinator', 'admin') and (to_on is null or to_on >= ${on}::date)
      group by person_id),
    families as (
      select distinct guardian_id from guardian_links g
      where school_id = ${schoolId} and (to_on is null or to_on >= ${on}::date))
    select pe.id, pe.full_name, pe.name_used, pe.language, pe.left_on, st.grade, st.student_number,
      case when pe.left_on is not null then '{}'::text[] else
        array_remove(array[case when st.id is not null then 'student' end,
          case when f.guardian_id is not null then 'guardian' end], null) || coalesce(staff.roles, '{}'::text[]) end as roles
    from people pe
    left join students st on st.school_id = pe.school_id and st.id = pe.id
    left join families f on f.guardian_id = pe.id
    left join staff on staff.person_id = pe.id
    where pe.school_id = ${schoolId} and pe.merged_into is null and ${isFound.length > 0 ? sql.join(isFound, sql` and `) : sql`true`}`;
}

/** Something dated holds on a day; both its first and its last day count. */
function during(alias: string, on: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${alias}.from_on`)} <= ${on}::date and (${sql.ref(`${alias}.to_on`)} is null or ${sql.ref(`${alias}.to_on`)} >= ${on}::date)`;
}

/** Mentors who belong to an organisation with a placement listed at the school, by the name used. */
export async function listMentorsOfSchool(
  tx: ScopeTx,
  asked: { schoolId: string; districtId: string; on: string; words: readonly string[] },
): Promise<{ id: string; full_name: string; name_used: string; language: string; organisations: string[] }[]> {
  const { schoolId, districtId, on, words } = asked;
  const text = sql`unaccent(lower(m.full_name || ' ' || m.name_used || ' ' || string_agg(o.name, ' ')))`;
  const isFound = words.map((word) => sql`position(unaccent(lower(${word})) in ${text}) > 0`);
  const { rows } = await sql<{
    id: string;
    full_name: string;
    name_used: string;
    language: string;
    organisations: string[];
  }>`
    select m.id, m.full_name, m.name_used, m.language, array_agg(distinct o.name order by o.name) as organisations
    from mentors m
    join affiliations a on a.district_id = m.district_id and a.mentor_id = m.id and (a.to_on is null or a.to_on >= ${on}::date)
    join organisations o on o.district_id = a.district_id and o.id = a.organisation_id
    where m.district_id = ${districtId} and exists (
      select from listings l where l.school_id = ${schoolId} and l.organisation_id = a.organisation_id)
    group by m.district_id, m.id, m.full_name, m.name_used, m.language
    ${isFound.length > 0 ? sql`having ${sql.join(isFound, sql` and `)}` : sql``}
    order by m.name_used, m.full_name, m.id`.execute(tx);
  return rows;
}
