import { sql } from "kysely";
import type { StaffRole } from "~/domain/actor";
import type { Move, RowKey } from "./merge-moves.server";
import { takeRows } from "./moved-rows.server";
import type { ScopeTx } from "./scope.server";
import { STAFF_REFERENCES as REFERENCES } from "./staff-references.server";

interface Moving {
  schoolId: string;
  from: string;
  to: string;
}

const wholes = (moves: readonly Move[]) => JSON.stringify(moves.flatMap(({ before }) => before ?? []));
const ids = (keys: readonly RowKey[]) => keys.map(({ id }) => id ?? "");

/** Which rows of these name another one once two are one: what is over stays with who did it, and nobody sits twice in a conversation. */
export const whatIsToCome = ({ on, now, to }: { on: string; now: Date; to: string }) => ({
  covers: sql` and t.to_on >= ${on}::date`,
  meetings: sql` and t.state = 'planned' and t.ends_at > ${now.toISOString()}`,
  seats: sql` and not exists (select from thread_members k
    where k.school_id = t.school_id and k.thread_id = t.thread_id and k.person_id = ${to})`,
});

/** Takes away covers by which somebody would cover their own advisory once the two are one; answers them whole. */
export async function takeOwnCovers(tx: ScopeTx, { schoolId, from, to, on }: Moving & { on: string }): Promise<Move[]> {
  const of = (cover: string, advisor: string) =>
    takeRows(tx, {
      ...{ reference: REFERENCES.covers, ownerId: schoolId, from: cover },
      where: sql`t.to_on >= ${on}::date and exists (select from advisories a
        where a.school_id = t.school_id and a.id = t.advisory_id and a.advisor_id = ${advisor})`,
    });
  return [...(await of(from, to)), ...(await of(to, from))];
}

/** Puts covers back that were taken away, of advisories that either of the two has: with one that is handed on its covers end. */
export async function putBackCovers(
  tx: ScopeTx,
  { from, to, moves }: Pick<Moving, "from" | "to"> & { moves: readonly Move[] },
): Promise<void> {
  await sql`insert into advisory_covers
    select r.* from jsonb_populate_recordset(null::advisory_covers, ${wholes(moves)}::jsonb) r
    where exists (select from advisories a where a.school_id = r.school_id and a.id = r.advisory_id
      and a.advisor_id = any(${[from, to]}::uuid[]) and a.advisor_id <> r.cover_id)
    on conflict do nothing`.execute(tx);
}

/** The covers there are of advisories, by their keys. */
export async function listCoversOf(
  tx: ScopeTx,
  { schoolId, advisories }: { schoolId: string; advisories: readonly RowKey[] },
): Promise<Move[]> {
  const { rows } = await sql<{ key: RowKey }>`select jsonb_build_object('id', id) as key from advisory_covers
    where school_id = ${schoolId} and advisory_id = any(${ids(advisories)}::uuid[]) order by id`.execute(tx);
  return rows.map(({ key }) => ({ key, before: null }));
}

/** Gives somebody another role in place of theirs, wherever they have that one without a last day; answers the places as they were. */
export async function writeRole(
  tx: ScopeTx,
  { schoolId, personId, from, to }: { schoolId: string; personId: string; from: StaffRole; to: StaffRole },
): Promise<Move[]> {
  const { rows } = await sql<Move>`with was as (select id, to_jsonb(m) as before from identity.memberships m
      where school_id = ${schoolId} and person_id = ${personId} and role = ${from} and to_on is null for update)
    update identity.memberships m set role = ${to} from was where m.school_id = ${schoolId} and m.id = was.id
    returning jsonb_build_object('id', m.id) as key, was.before`.execute(tx);
  return rows;
}

/** Has places be of the role again that they were of, of those that are not over. */
export async function restoreRoles(
  tx: ScopeTx,
  { schoolId, moves }: { schoolId: string; moves: readonly Move[] },
): Promise<void> {
  await sql`update identity.memberships m set role = r.role
    from jsonb_to_recordset(${wholes(moves)}::jsonb) as r (id uuid, role text)
    where m.school_id = ${schoolId} and m.id = r.id and m.to_on is null`.execute(tx);
}

interface Since {
  schoolId: string;
  personId: string;
  /** ISO instant. */
  since: string;
  advisories: readonly RowKey[];
  seats: readonly RowKey[];
  knownCovers: readonly RowKey[];
}

/**
 * Whether since a moment somebody wrote from a seat that came over, planned to meet a student of an advisory that did, or handed that
 * one on, or whether anybody covers it who did not before.
 */
export async function hasActedAsBoth(tx: ScopeTx, asked: Since): Promise<boolean> {
  const { schoolId, personId, since } = asked;
  const [advisories, seats, known] = [ids(asked.advisories), ids(asked.seats), ids(asked.knownCovers)];
  const { rows } = await sql<{ has: boolean }>`select
    exists (select from messages where school_id = ${schoolId} and member_id = any(${seats}::uuid[]))
    or exists (select from advisories where school_id = ${schoolId} and id = any(${advisories}::uuid[]) and advisor_id <> ${personId})
    or exists (select from advisory_covers where school_id = ${schoolId} and advisory_id = any(${advisories}::uuid[])
      and id <> all(${known}::uuid[]))
    or exists (select from meetings me join advisory_members am on am.school_id = me.school_id and am.student_id = me.student_id
      where me.school_id = ${schoolId} and me.with_id = ${personId} and me.created_at > ${since}
        and am.advisory_id = any(${advisories}::uuid[])) as has`.execute(tx);
  return rows[0]?.has ?? false;
}
