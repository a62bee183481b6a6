import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface RosterRow {
  id: string;
  full_name: string;
  name_used: string;
  born_on: string | null;
  language: string;
  left_on: string | null;
  student_number: string | null;
  grade: number;
  languages: string[];
  area_id: string | null;
  advisory_id: string | null;
  is_listed: boolean;
  mails: string[];
  phones: string[];
  /** How rows were written that went into this one. */
  others: { fullName: string; number: string; bornOn: string | null }[];
}

/** Every student the school has or had, with what a file from its other system may say of them. */
export async function listRoster(tx: ScopeTx, { schoolId }: { schoolId: string }): Promise<RosterRow[]> {
  const { rows } = await sql<RosterRow>`
    with recursive went as (
      select merged_into as id, full_name, gone_number, born_on from people where school_id = ${schoolId} and merged_into is not null
      union select p.merged_into, went.full_name, went.gone_number, went.born_on
        from went join people p on p.school_id = ${schoolId} and p.id = went.id where p.merged_into is not null),
    other as (select id, jsonb_agg(jsonb_build_object('fullName', full_name, 'number', coalesce(gone_number, ''), 'bornOn', born_on)
      order by full_name, gone_number) as rows from went group by id)
    select pe.id, pe.full_name, pe.name_used, pe.born_on, pe.language, pe.left_on,
      st.student_number, st.grade, st.languages, st.area_id, m.advisory_id, st.listed_at is not null as is_listed, coalesce(other.rows, '[]') as others,
      array(select lower(c.value) from contact_points c where c.school_id = pe.school_id and c.person_id = pe.id and c.kind = 'mail' order by c.id) as mails,
      array(select c.value from contact_points c where c.school_id = pe.school_id and c.person_id = pe.id and c.kind in ('phone', 'sms') order by c.id) as phones
    from students st
    join people pe on pe.school_id = st.school_id and pe.id = st.id
    left join advisory_members m on m.school_id = st.school_id and m.student_id = st.id and m.to_on is null
    left join other on other.id = st.id
    where st.school_id = ${schoolId}
    order by st.id`.execute(tx);
  return rows;
}

/** Notes that a file named these students. */
export async function markListed(
  tx: ScopeTx,
  { schoolId, studentIds, now }: { schoolId: string; studentIds: readonly string[]; now: Date },
): Promise<void> {
  if (studentIds.length === 0) return;
  await tx
    .updateTable("students")
    .set({ listed_at: now.toISOString() })
    .where("school_id", "=", schoolId)
    .where("id", "=", sql<string>`any(${[...studentIds]}::uuid[])`)
    .execute();
}

/** The students who are at the school and were in a file once, by name, and whether one has named them since a moment. */
export function listOnceListed(tx: ScopeTx, { schoolId, since }: { schoolId: string; since: string }) {
  return tx
    .selectFrom("students as st")
    .innerJoin("people as pe", (join) => join.onRef("pe.school_id", "=", "st.school_id").onRef("pe.id", "=", "st.id"))
    .select(["st.id", "pe.full_name", "st.grade", "st.student_number"])
    .select((eb) => eb("st.listed_at", "<", since).as("is_missing"))
    .where("st.school_id", "=", schoolId)
    .where("st.listed_at", "is not", null)
    .where("pe.left_on", "is", null)
    .orderBy("pe.full_name")
    .orderBy("st.id")
    .execute();
}

/** Who of the school has one of these addresses (in small letters), whatever they are there. */
export async function listMailHolders(
  tx: ScopeTx,
  { schoolId, mails }: { schoolId: string; mails: readonly string[] },
): Promise<{ person_id: string; mail: string }[]> {
  if (mails.length === 0) return [];
  const { rows } = await sql<{ person_id: string; mail: string }>`
    select person_id, lower(value) as mail from contact_points
    where school_id = ${schoolId} and kind = 'mail' and lower(value) = any(${[...mails]}::text[])
    order by person_id, mail`.execute(tx);
  return rows;
}
