import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

interface OfPerson {
  schoolId: string;
  personId: string;
}

export interface PersonRow {
  id: string;
  fullName: string;
  nameUsed: string;
  language: string;
  bornOn: string | null;
  leftOn: string | null;
  mergedInto: string | null;
  isStudent: boolean;
  isStaff: boolean;
  /** Where they are reached, the preferred of a kind first. */
  points: { kind: string; value: string }[];
  /** Names used of the students whom they are or were tied to. */
  children: string[];
  /** Changes with the name, the ties, the ways to reach them, and with what lets them in. */
  seal: string;
  /** The row as a merge keeps it. */
  whole: Record<string, unknown>;
}

interface Asked {
  schoolId: string;
  ids: readonly string[];
}

/** People of the school with what tells them apart, by id. */
export async function findPersonRows(tx: ScopeTx, { schoolId, ids }: Asked): Promise<Map<string, PersonRow>> {
  const { rows } = await sql<PersonRow>`select p.id, p.full_name as "fullName", p.name_used as "nameUsed", p.language,
      p.born_on as "bornOn", p.left_on as "leftOn", p.merged_into as "mergedInto", to_jsonb(p) as whole,
      st.id is not null as "isStudent", coalesce(places.is_staff, false) as "isStaff",
      coalesce(reached.points, '[]') as points, coalesce(family.children, '{}') as children,
      md5(concat_ws(chr(31), p.full_name, p.name_used, p.left_on, st.id, places.are, reached.points, family.ties)) as seal
    from people p
    left join students st on st.school_id = p.school_id and st.id = p.id
    left join lateral (select bool_or(m.role in ('advisor', 'coordinator', 'admin')) as is_staff,
        string_agg(concat_ws(' ', m.id, m.to_on, m.came_in_at), ',' order by m.id) as are
      from identity.memberships m where m.school_id = p.school_id and m.person_id = p.id) places on true
    left join lateral (select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value)
        order by c.kind, c.preferred desc, c.value) as points
      from contact_points c where c.school_id = p.school_id and c.person_id = p.id) reached on true
    left join lateral (select array_agg(ward.name_used order by ward.name_used, ward.id) as children,
        string_agg(concat_ws(' ', g.id, g.legal_basis, g.may_consent, g.may_see_records, g.may_know_whereabouts, g.rights_undecided, g.from_on, g.to_on), ',' order by g.id) as ties
      from guardian_links g join people ward on ward.school_id = g.school_id and ward.id = g.student_id
      where g.school_id = p.school_id and g.guardian_id = p.id) family on true
    where p.school_id = ${schoolId} and p.id = any(${[...ids]}::uuid[]) order by p.id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same, locked in the order of their ids: nothing new can name them until the transaction ends. */
export async function lockPersonRows(tx: ScopeTx, asked: Asked): Promise<Map<string, PersonRow>> {
  await sql`select id from people where school_id = ${asked.schoolId} and id = any(${[...asked.ids]}::uuid[])
    order by id for update`.execute(tx);
  return findPersonRows(tx, asked);
}

/** Writes whom somebody went into; null once they are two again. */
export async function writePersonMergedInto(
  tx: ScopeTx,
  { schoolId, personId, into }: OfPerson & { into: string | null },
): Promise<void> {
  await tx
    .updateTable("people")
    .set({ merged_into: into })
    .where("school_id", "=", schoolId)
    .where("id", "=", personId)
    .execute();
}

/** Whom somebody is now, also by way of others: themselves where they went into nobody. Undefined where the school has no such person. */
export async function findWhoPersonIs(tx: ScopeTx, { schoolId, personId }: OfPerson): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`with recursive who as (
      select id, merged_into from people where school_id = ${schoolId} and id = ${personId}
      union select p.id, p.merged_into from people p join who on p.school_id = ${schoolId} and p.id = who.merged_into)
    select id from who where merged_into is null`.execute(tx);
  return rows[0]?.id;
}

/** The name that a merge kept of somebody. */
export const nameOfPersonWhole = (whole: Readonly<Record<string, unknown>>): string => String(whole.full_name ?? "");

/** Everybody into whom any of these went, also by way of others. */
export async function listWhomTheyWentInto(
  tx: ScopeTx,
  { schoolId, ids }: { schoolId: string; ids: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive who as (
      select merged_into as id from people where school_id = ${schoolId} and id = any(${[...ids]}::uuid[]) and merged_into is not null
      union select p.merged_into from people p join who on p.school_id = ${schoolId} and p.id = who.id where p.merged_into is not null)
    select id from who order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The names of those who went into somebody, each with who that is. */
export async function listNamesWentInto(
  tx: ScopeTx,
  { schoolId }: { schoolId: string },
): Promise<{ personId: string; fullName: string; nameUsed: string }[]> {
  const { rows } = await sql<{ personId: string; fullName: string; nameUsed: string }>`with recursive who as (
      select id as gone_id, merged_into as id from people where school_id = ${schoolId} and merged_into is not null
      union select who.gone_id, p.merged_into from people p join who on p.school_id = ${schoolId} and p.id = who.id
        where p.merged_into is not null)
    select who.id as "personId", g.full_name as "fullName", g.name_used as "nameUsed"
    from who join people g on g.school_id = ${schoolId} and g.id = who.gone_id order by 1, 2`.execute(tx);
  return rows;
}
