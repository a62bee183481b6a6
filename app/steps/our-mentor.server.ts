import { listAffiliationsOf } from "~db/departure-places.server";
import { isPlacedAt } from "~db/mentor-schools.server";
import { findMentor } from "~db/people.server";
import type { ScopeTx } from "~db/scope.server";

/** A mentor whom a school meets: at a place that it lists, or at an organisation with one. Undefined for every other one of the district. */
export async function findOurMentor(
  tx: ScopeTx,
  { schoolId, districtId, mentorId, on }: { schoolId: string; districtId: string; mentorId: string; on: string },
) {
  const mentor = await findMentor(tx, { districtId, mentorId });
  if (!mentor) return undefined;
  const isOurs =
    (await isPlacedAt(tx, { schoolId, mentorId })) ||
    (await listAffiliationsOf(tx, { districtId, mentorId, on, schoolId })).length > 0;
  return isOurs ? mentor : undefined;
}
