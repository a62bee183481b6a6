import { clearanceKinds } from "~/domain/clearance/kinds";
import { checkStanding } from "~/domain/clearance/standing";
import { listClearances } from "~db/clearances.server";
import { listPlacementBackups } from "~db/placements.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface Asked {
  schoolId: string;
  districtId: string;
  placementId: string;
  leavingId: string;
  on: string;
}

/** Who stands in at a place and is cleared at the school today: they may lead it when its mentor leaves. */
export async function listNextLeads(
  tx: ScopeTx,
  { schoolId, districtId, placementId, leavingId, on }: Asked,
): Promise<{ id: string; name: string }[]> {
  const backups = (await listPlacementBackups(tx, { districtId, placementId })).filter(({ id }) => id !== leavingId);
  const checks = await listClearances(tx, { schoolId, mentorIds: backups.map(({ id }) => id) });
  const { clearanceTypes } = await getSettings(tx, schoolId);
  const types = clearanceKinds(clearanceTypes).map(({ type }) => type);
  return backups
    .filter(({ id }) => {
      const own = checks.filter(({ mentorId }) => mentorId === id);
      return CLEARED.includes(checkStanding(own, { types, on }).state);
    })
    .map(({ id, name_used: name }) => ({ id, name }));
}

const CLEARED: readonly string[] = ["valid", "ending"];
