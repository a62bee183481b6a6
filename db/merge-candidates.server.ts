import { type RawBuilder, sql } from "kysely";
import type { ScopeTx } from "./scope.server";

export const MERGEABLE_NOUNS = ["organisations", "mentors", "people", "students", "staff"] as const;
export type MergeableNoun = (typeof MERGEABLE_NOUNS)[number];

interface Asked {
  noun: MergeableNoun;
  districtId: string;
  schoolId: string;
  /** Every one of these has to stand in the name or beside it. */
  words: readonly string[];
  /** This one alone. */
  id?: string;
  /** All but this one. */
  besides?: string | null;
  limit: number;
}

/** Whom staff may make one of two, by name, with what tells two of one name apart: organisations, students, or a number and an advisory. */
export async function listMergeCandidates(
  tx: ScopeTx,
  asked: Asked,
): Promise<{ id: string; name: string; beside: string[] }[]> {
  const { noun, words, id = null, besides = null, limit } = asked;
  const text = sql`unaccent(lower(c.name || ' ' || array_to_string(c.beside, ' ')))`;
  const isFound = words.map((word) => sql` and position(unaccent(lower(${word})) in ${text}) > 0`);
  const { rows } = await sql<{ id: string; name: string; beside: string[] }>`select c.id, c.name, c.beside
    from (${FROM[noun](asked)}) as c
    where (${id}::uuid is null or c.id = ${id}::uuid) and c.id is distinct from ${besides}::uuid
      ${isFound.length > 0 ? sql.join(isFound, sql``) : sql``}
    order by c.name, c.id limit ${limit}`.execute(tx);
  return rows;
}

type Whose = Pick<Asked, "districtId" | "schoolId">;

const FROM: Record<MergeableNoun, (whose: Whose) => RawBuilder<unknown>> = {
  organisations: ({ districtId }) => sql`select o.id, o.name, '{}'::text[] as beside
    from organisations o where o.district_id = ${districtId}`,
  mentors: ({
    districtId,
  }) => sql`select m.id, m.full_name as name, array_agg(distinct o.name order by o.name) as beside
    from mentors m
    join affiliations a on a.district_id = m.district_id and a.mentor_id = m.id
    join organisations o on o.district_id = a.district_id and o.id = a.organisation_id
    where m.district_id = ${districtId} and m.merged_into is null group by m.district_id, m.id`,
  people: ({ schoolId }) => sql`select p.id, p.full_name as name,
      array_agg(ward.name_used order by ward.name_used, ward.id) as beside
    from people p
    join guardian_links g on g.school_id = p.school_id and g.guardian_id = p.id
    join people ward on ward.school_id = g.school_id and ward.id = g.student_id
    where p.school_id = ${schoolId} and p.merged_into is null and p.left_on is null group by p.school_id, p.id`,
  students: ({
    schoolId,
  }) => sql`select p.id, p.full_name as name, array_remove(array[st.student_number, a.name], null) as beside
    from students st join people p on p.school_id = st.school_id and p.id = st.id
    left join advisory_members m on m.school_id = st.school_id and m.student_id = st.id and m.to_on is null
    left join advisories a on a.school_id = m.school_id and a.id = m.advisory_id
    where st.school_id = ${schoolId} and p.left_on is null`,
  staff: ({ schoolId }) => sql`select p.id, p.full_name as name,
      coalesce((select array_agg(lower(c.value) order by c.value) from contact_points c
        where c.school_id = p.school_id and c.person_id = p.id and c.kind = 'mail'), '{}') as beside
    from people p where p.school_id = ${schoolId} and p.merged_into is null and p.left_on is null
      and exists (select from identity.memberships m where m.school_id = p.school_id and m.person_id = p.id
        and m.role in ('advisor', 'coordinator', 'admin') and m.to_on is null)`,
};
