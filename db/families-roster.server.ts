import { sql } from "kysely";
import type { LegalBasis } from "~/domain/people/link-rights";
import type { ScopeTx } from "./scope.server";

interface AdultRow {
  id: string;
  full_name: string;
  /** Names of rows that went into this one. */
  other_names: string[];
  language: string;
  mails: string[];
  phones: string[];
}

interface NumberedRow {
  id: string;
  student_number: string | null;
  full_name: string;
  left_on: string | null;
}

/** Everybody of the school who is no student, has not left and went into nobody: guardians, and staff who may be one too. */
export async function listAdults(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<AdultRow[]> {
  const { rows } = await sql<AdultRow>`
    with recursive went as (
      select merged_into as id, full_name from people where school_id = ${schoolId} and merged_into is not null
      union select p.merged_into, went.full_name from went join people p on p.school_id = ${schoolId} and p.id = went.id
        where p.merged_into is not null),
    other as (select id, array_agg(distinct full_name) as names from went group by id)
    select pe.id, pe.full_name, pe.language, coalesce(other.names, '{}') as other_names,
      array(select lower(c.value) from contact_points c where c.school_id = pe.school_id and c.person_id = pe.id and c.kind = 'mail' order by c.id) as mails,
      array(select c.value from contact_points c where c.school_id = pe.school_id and c.person_id = pe.id and c.kind in ('phone', 'sms') order by c.id) as phones
    from people pe left join other on other.id = pe.id
    where pe.school_id = ${schoolId} and pe.left_on is null and pe.merged_into is null
      and not exists (select from students st where st.school_id = pe.school_id and st.id = pe.id)
    order by pe.id`.execute(tx);
  return rows;
}

/** Every student the school has or had, with the number by which a file of families names them, once more for each number of a row that went into theirs. */
export async function listNumberedStudents(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<NumberedRow[]> {
  const { rows } = await sql<NumberedRow>`with recursive went as (
      select merged_into as id, gone_number from people where school_id = ${schoolId} and merged_into is not null and gone_number is not null
      union select p.merged_into, went.gone_number from went join people p on p.school_id = ${schoolId} and p.id = went.id
        where p.merged_into is not null)
    select st.id, number.student_number, pe.full_name, pe.left_on
    from students st join people pe on pe.school_id = st.school_id and pe.id = st.id
    join lateral (select st.student_number, 0 as place union all select went.gone_number, 1 from went where went.id = st.id) number on true
    where st.school_id = ${schoolId} order by number.place desc, st.id`.execute(tx);
  return rows;
}

/** Every link of the school between an adult and a student, ended ones too. */
export async function listFamilyLinks(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  const rows = await tx
    .selectFrom("guardian_links")
    .selectAll()
    .where("school_id", "=", schoolId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, legal_basis: row.legal_basis as LegalBasis }));
}

/** Notes that a file named these links. */
export async function markLinksListed(
  tx: ScopeTx,
  {
    schoolId,
    pairs,
    now,
  }: { schoolId: string; pairs: readonly { studentId: string; guardianId: string }[]; now: Date },
): Promise<void> {
  if (pairs.length === 0) return;
  const studentIds = pairs.map(({ studentId }) => studentId);
  const guardianIds = pairs.map(({ guardianId }) => guardianId);
  await sql`
    update guardian_links g set listed_at = ${now.toISOString()}
    from unnest(${studentIds}::uuid[], ${guardianIds}::uuid[]) as named (student_id, guardian_id)
    where g.school_id = ${schoolId} and (g.student_id, g.guardian_id) = (named.student_id, named.guardian_id)`.execute(
    tx,
  );
}

/** The link between an adult and a student, locked until the transaction ends, or undefined. */
export async function lockLinkBetween(
  tx: ScopeTx,
  { schoolId, studentId, guardianId }: { schoolId: string; studentId: string; guardianId: string },
) {
  const row = await tx
    .selectFrom("guardian_links")
    .selectAll()
    .where("school_id", "=", schoolId)
    .where("student_id", "=", studentId)
    .where("guardian_id", "=", guardianId)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, legal_basis: row.legal_basis as LegalBasis };
}
