import { sql } from "kysely";
import type { ComparedPerson } from "~/domain/merge/person-twins";
import type { StudentTie } from "~/domain/merge/students";
import { hasEnded } from "~/domain/people/has-ended";
import type { LegalBasis } from "~/domain/people/link-rights";
import type { ScopeTx } from "./scope.server";
import { STUDENT_HISTORY } from "./student-references.server";

interface OfStudent {
  schoolId: string;
  studentId: string;
}

export interface StudentFacts {
  number: string | null;
  bornOn: string | null;
  grade: number;
  advisory: string | null;
  isMoving: boolean;
  isHeld: boolean;
  /** An address of their own opens their page, or would once it is used. */
  isLetIn: boolean;
  hasProfile: boolean;
  wishes: number;
  searches: number;
  interests: number;
  tasks: number;
  seal: string;
}

const isNamed = sql.join(
  Object.entries(STUDENT_HISTORY).flatMap(([table, columns]) =>
    columns.map(
      (column) =>
        sql`exists (select from ${sql.table(table)} h where h.school_id = st.school_id and ${sql.ref(`h.${column}`)} = st.id)`,
    ),
  ),
  sql` or `,
);

/** What tells two students apart and what rests on the row of one, on a day. Undefined where the school has no such student. */
export async function findStudentFacts(
  tx: ScopeTx,
  { schoolId, studentId, on }: OfStudent & { on: string },
): Promise<StudentFacts | undefined> {
  const { rows } =
    await sql<StudentFacts>`select st.student_number as number, p.born_on as "bornOn", st.grade, place.name as advisory,
      exists (select from transfers t where t.from_school_id = st.school_id and t.student_id = st.id
        and num_nonnulls(t.taken_back_at, t.refused_at, t.lapsed_at) = 0 and (t.received_at is null or t.left_at is null)) as "isMoving",
      (coming."hasCome" or ${isNamed}) as "isHeld", coming."isLetIn",
      (counts.interests > 0 or exists (select from interest_sittings s where s.school_id = st.school_id and s.student_id = st.id)) as "hasProfile",
      counts.*,
      md5(concat_ws(chr(31), to_jsonb(st) - 'listed_at', p.born_on, place.id, family.ties, counts.*)) as seal
    from students st join people p on p.school_id = st.school_id and p.id = st.id
    left join lateral (select a.id, a.name from advisory_members m join advisories a on a.school_id = m.school_id and a.id = m.advisory_id
      where m.school_id = st.school_id and m.student_id = st.id and m.to_on is null) place on true
    left join lateral (select coalesce(bool_or(m.came_in_at is not null), false) as "hasCome",
        coalesce(bool_or(m.to_on is null or m.to_on >= ${on}::date), false) as "isLetIn"
      from identity.memberships m where m.school_id = st.school_id and m.person_id = st.id) coming on true
    left join lateral (select string_agg(concat_ws(' ', g.id, g.legal_basis, g.may_consent, g.may_see_records, g.may_know_whereabouts,
        g.rights_undecided, g.from_on, g.to_on), ',' order by g.id) as ties
      from guardian_links g where g.school_id = st.school_id and g.student_id = st.id) family on true
    left join lateral (select
      (select count(*) from wishes w where w.school_id = st.school_id and w.student_id = st.id)::int as wishes,
      (select count(*) from saved_searches s where s.school_id = st.school_id and s.student_id = st.id)::int as searches,
      (select count(*) from student_interests i where i.school_id = st.school_id and i.student_id = st.id)::int as interests,
      (select count(*) from staff_tasks k where k.school_id = st.school_id and k.subject_id = st.id and k.state = 'open')::int as tasks
    ) counts on true
    where st.school_id = ${schoolId} and st.id = ${studentId}`.execute(tx);
  return rows[0];
}

/** Locks students in the order of their ids: until the transaction ends nothing new can name them. Answers those who are there. */
export async function lockStudentRows(
  tx: ScopeTx,
  { schoolId, studentIds }: { schoolId: string; studentIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select id from students where school_id = ${schoolId} and id = any(${[...studentIds]}::uuid[])
    order by id for update`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Every tie of a student to a guardian of the school, ended ones too, by the guardian's name. */
export async function listStudentTies(
  tx: ScopeTx,
  { schoolId, studentId, on }: OfStudent & { on: string },
): Promise<(StudentTie & { guardianName: string })[]> {
  const rows = await tx
    .selectFrom("guardian_links as g")
    .innerJoin("people as p", (join) =>
      join.onRef("p.school_id", "=", "g.school_id").onRef("p.id", "=", "g.guardian_id"),
    )
    .selectAll("g")
    .select("p.full_name as guardian_name")
    .where("g.school_id", "=", schoolId)
    .where("g.student_id", "=", studentId)
    .orderBy("p.full_name")
    .orderBy("g.id")
    .execute();
  return rows.map((row) => ({
    ...{ guardianId: row.guardian_id, guardianName: row.guardian_name, studentId, relationship: row.relationship },
    legalBasis: row.legal_basis as LegalBasis,
    rights: {
      mayConsent: row.may_consent,
      maySeeRecords: row.may_see_records,
      mayKnowWhereabouts: row.may_know_whereabouts,
    },
    ...{ callOrder: row.call_order, fromOn: row.from_on, hasBegun: row.from_on <= on },
    ...{ toOn: row.to_on, isOver: hasEnded(row.to_on, on) },
    ...{ studentLetsSee: row.student_lets_see, isUndecided: row.rights_undecided },
  }));
}

/** Guardians whose answer about a student counts on a day. */
export async function listAnswerers(
  tx: ScopeTx,
  { schoolId, studentId, on }: OfStudent & { on: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct guardian_id as id from consents
    where school_id = ${schoolId} and student_id = ${studentId} and guardian_id is not null
      and state in ('given', 'refused', 'revoked') and (valid_until is null or valid_until >= ${on})`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface ComparedStudent extends ComparedPerson {
  bornOn: string | null;
  number: string | null;
  advisory: string | null;
}

/** Students who are at the school, with what tells that another row is the same person. */
export async function listComparedStudents(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<ComparedStudent[]> {
  const { rows } =
    await sql<ComparedStudent>`select p.id, p.full_name as name, p.born_on as "bornOn", st.student_number as number,
      place.name as advisory, coalesce(reached.mails, '{}') as mails, coalesce(reached.phones, '{}') as phones
    from students st join people p on p.school_id = st.school_id and p.id = st.id
    left join (select m.student_id, a.name from advisory_members m join advisories a on a.school_id = m.school_id and a.id = m.advisory_id
      where m.school_id = ${schoolId} and m.to_on is null) place on place.student_id = st.id
    left join (select person_id, array_agg(distinct lower(value)) filter (where kind = 'mail') as mails,
        array_agg(distinct value) filter (where kind in ('phone', 'sms')) as phones
      from contact_points where school_id = ${schoolId} group by person_id) reached on reached.person_id = p.id
    where st.school_id = ${schoolId} and p.left_on is null order by p.full_name, p.id`.execute(tx);
  return rows;
}
