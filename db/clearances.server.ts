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
export async function listClearances(
  tx: ScopeTx,
  { schoolId, mentorIds }: { schoolId: string; mentorIds: readonly string[] },
): Promise<Clearance[]> {
  if (mentorIds.length === 0) return [];
  return (
    await clearancesAt(tx, schoolId)
      .where("mentor_id", "in", [...mentorIds])
      .execute()
  ).map(toClearance);
}

/** All of the school's background checks, in any order. */
export async function listSchoolClearances(tx: ScopeTx, schoolId: string): Promise<Clearance[]> {
  return (await clearancesAt(tx, schoolId).execute()).map(toClearance);
}

function clearancesAt(tx: ScopeTx, schoolId: string) {
  return tx
    .selectFrom("clearances")
    .select(["mentor_id", "type", "result", "checked_on", "expires_on"])
    .where("school_id", "=", schoolId);
}

function toClearance(row: Awaited<ReturnType<ReturnType<typeof clearancesAt>["execute"]>>[number]): Clearance {
  return {
    mentorId: row.mentor_id,
    type: row.type,
    result: row.result,
    checkedOn: row.checked_on,
    expiresOn: row.expires_on,
  };
}
