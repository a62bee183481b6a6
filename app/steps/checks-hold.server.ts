import { areCleared, askedFor, clearedUntil, haveEveryKind } from "~/domain/clearance/cleared";
import { clearanceKinds } from "~/domain/clearance/kinds";
import { listClearances, listPlacementMentors } from "~db/clearances.server";
import type { PursuitFacts } from "~db/pursuits.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/**
 * Whether the school's checks clear a pursuit's placement until a day: of the lead mentor and every back-up, of every kind that the
 * school asks for. Until null only checks without an end do.
 */
export async function doChecksHold(
  tx: ScopeTx,
  { pursuit, until }: { pursuit: PursuitFacts; until: string | null },
): Promise<boolean> {
  const { school_id: schoolId, district_id: districtId, placement_id: placementId } = pursuit;
  const mentorIds = await listPlacementMentors(tx, { districtId, placementId });
  const clearances = await listClearances(tx, { schoolId, mentorIds });
  const { clearanceTypes } = await getSettings(tx, schoolId);
  const types = clearanceKinds(clearanceTypes).map(({ type }) => type);
  const asked = mentorIds.flatMap((id) =>
    askedFor(
      clearances.filter(({ mentorId }) => mentorId === id),
      types,
    ),
  );
  return areCleared(mentorIds, asked, until) && haveEveryKind(mentorIds, asked, types);
}

/** The same for the pursuit as a whole, as of `on`: what its clearance gate waits for. */
export function doChecksHoldToTheEnd(
  tx: ScopeTx,
  { pursuit, on }: { pursuit: PursuitFacts; on: string },
): Promise<boolean> {
  return doChecksHold(tx, { pursuit, until: clearedUntil({ kind: pursuit.kind, endsOn: pursuit.ends_on }, on) });
}
