import { sql } from "kysely";
import type { Clearance } from "~/domain/clearance/cleared";
import type { ScopeTx } from "./scope.server";

/** The lead mentor of a placement and the back-ups; empty when nobody leads it. */
export async function listPlacementMentors(
  tx: ScopeTx,
  { districtId, placementId }: { districtId: string; placementId: string },
): Promise<string[]> {
  const placement = await tx
    .selectFrom("placements")
    .select("lead_mentor_id")
    .where("district_id", "=", districtId)
    .where("id", "=", placementId)
    .executeTakeFirst();
  if (!placement?.lead_mentor_id) return [];
  const backups = await tx
    .selectFrom("placement_backups")
    .select("mentor_id")
    .where("district_id", "=", districtId)
    .where("placement_id", "=", placementId)
    .execute();
  return [...new Set([placement.lead_mentor_id, ...backups.map((row) => row.mentor_id)])];
}

/** The school's background checks of some mentors, in any order. */
export async function listClearances(tx: ScopeTx, whose: OfMentors): Promise<Clearance[]> {
  return whose.mentorIds.length === 0 ? [] : clearancesOf(tx, whose).execute();
}

interface OfMentors {
  schoolId: string;
  mentorIds: readonly string[];
}

/** The same as a piece of a larger query. What was replaced or withdrawn counts no more. */
export function clearancesOf(tx: ScopeTx, { schoolId, mentorIds }: OfMentors) {
  return tx
    .selectFrom("clearances as c")
    .select(["c.mentor_id as mentorId", "c.type", "c.result", "c.checked_on as checkedOn", "c.expires_on as expiresOn"])
    .where("c.school_id", "=", schoolId)
    .where("c.result", "<>", "withdrawn")
    .where("c.mentor_id", "=", sql<string>`any(${[...new Set(mentorIds)]}::uuid[])`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("clearances as later")
            .select("later.id")
            .where("later.school_id", "=", schoolId)
            .whereRef("later.replaces", "=", "c.id"),
        ),
      ),
    );
}
