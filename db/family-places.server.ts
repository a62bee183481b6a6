import { sql } from "kysely";
import type { Move } from "./merge-moves.server";
import type { ScopeTx } from "./scope.server";

interface OfGuardian {
  schoolId: string;
  personId: string;
}

/** Whether any address lets somebody in as a guardian of the school on a day. */
export async function isLetIn(tx: ScopeTx, { schoolId, personId, on }: OfGuardian & { on: string }): Promise<boolean> {
  const row = await tx
    .selectFrom("identity.memberships")
    .select("id")
    .where("school_id", "=", schoolId)
    .where("person_id", "=", personId)
    .where("role", "=", "guardian")
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const isListed = (schoolId: string, personId: string) => sql`exists (select from contact_points c
  where c.school_id = ${schoolId} and c.person_id = ${personId} and c.kind = 'mail' and app.account_of(c.value) = m.account_id)`;

/** Ends what lets somebody in, before a day; answers the rows as they were, and whether each was opened by an address on their page. */
export async function closePlaces(
  tx: ScopeTx,
  { schoolId, personId, on }: OfGuardian & { on: string },
): Promise<Move[]> {
  const { rows } =
    await sql<Move>`with was as (select id, to_jsonb(m) as before, ${isListed(schoolId, personId)} as listed
      from identity.memberships m where school_id = ${schoolId} and person_id = ${personId} and (to_on is null or to_on >= ${on}::date) for update)
    update identity.memberships m set to_on = ${on}::date - 1 from was where m.id = was.id and m.school_id = ${schoolId}
    returning jsonb_build_object('id', m.id, 'listed', was.listed::text) as key, was.before`.execute(tx);
  return rows;
}

/**
 * Opens again what a merge closed, after the addresses are back: not to an address that staff corrected or took away since, and not
 * beside a place that the same account was given since.
 */
export async function reopenPlaces(
  tx: ScopeTx,
  { schoolId, personId, moves }: { schoolId: string; personId: string; moves: readonly Move[] },
): Promise<void> {
  for (const { key, before } of moves)
    await sql`update identity.memberships m set to_on = ${before?.to_on ?? null}
      where m.school_id = ${schoolId} and m.id = ${key.id} and (${key.listed !== "true"} or ${isListed(schoolId, personId)})
        and not exists (select from identity.memberships now where now.school_id = m.school_id and now.person_id = m.person_id
          and now.id <> m.id and now.account_id = m.account_id and now.role = m.role and now.to_on is null)`.execute(
      tx,
    );
}

/** Takes the open invitations of somebody back; answers every invitation of theirs as it was. */
export async function closeInvitations(
  tx: ScopeTx,
  { schoolId, personId, now }: OfGuardian & { now: Date },
): Promise<Move[]> {
  const { rows } = await sql<Move>`with was as (select id, to_jsonb(i) as before from invitations i
      where school_id = ${schoolId} and person_id = ${personId} for update)
    update invitations i set withdrawn_at = case when i.used_at is null then coalesce(i.withdrawn_at, ${now.toISOString()}) else i.withdrawn_at end
    from was where i.school_id = ${schoolId} and i.id = was.id
    returning jsonb_build_object('id', i.id) as key, was.before`.execute(tx);
  return rows;
}

/** Has invitations stand as they stood; after the addresses are back to which they went. */
export async function reopenInvitations(
  tx: ScopeTx,
  { schoolId, moves }: { schoolId: string; moves: readonly Move[] },
): Promise<void> {
  await sql`update invitations i set withdrawn_at = r.withdrawn_at, contact_point_id = c.id
    from jsonb_populate_recordset(null::invitations, ${JSON.stringify(moves.flatMap(({ before }) => before ?? []))}::jsonb) r
    left join contact_points c on c.school_id = r.school_id and c.id = r.contact_point_id
    where i.school_id = ${schoolId} and i.id = r.id and i.used_at is null`.execute(tx);
}
