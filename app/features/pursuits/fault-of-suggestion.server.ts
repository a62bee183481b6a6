import { beginsEngagement } from "~/domain/pursuit/gates";
import { staysOverlap } from "~/domain/pursuit/places";
import type { CivilDate } from "~/domain/time";
import { stayOf } from "~/steps/places.server";
import type { ListingDetail } from "~db/listings.server";
import { listStudentRows } from "~db/match-evidence.server";
import { listPursuits } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";

export type SuggestionFault = "not_looking" | "has_seat";

/**
 * What keeps a place from being suggested to a student now, though a plan of before proposed it: they do not look for one any
 * more, or have a seat or an offer of one that takes the same days week by week. What a student asks for is their own to know.
 */
export async function faultOfSuggestion(
  tx: ScopeTx,
  { studentId, placement, on }: { studentId: string; placement: ListingDetail; on: CivilDate },
): Promise<SuggestionFault | null> {
  const { school_id: schoolId } = placement;
  const [student] = await listStudentRows(tx, { schoolId, studentId });
  if (!student?.seeking) return "not_looking";
  if (!beginsEngagement(placement.kind)) return null;
  const stay = await stayOf(tx, placement);
  const asked = { ...stay, startsOn: stay.startsOn !== null && stay.startsOn > on ? stay.startsOn : on };
  for (const seat of await listPursuits(tx, { schoolId, studentId, states: ["offered", "accepted"] }))
    if (beginsEngagement(seat.kind) && staysOverlap(asked, await stayOf(tx, seat))) return "has_seat";
  return null;
}
