import type { StudentActor } from "~/domain/actor";
import { type ListRisk, listRisk } from "~/domain/matching/list-risk";
import { matchPair } from "~/domain/matching/pair";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { countWanting } from "~db/wishes.server";

export interface OwnList {
  /** Null for a student who does not look now, or has a place in view already. */
  risk: ListRisk | null;
  /** Listings that the student saved or asked for and that are published. */
  listed: number;
}

/**
 * How the student's own list stands against what others want. Only the verdict leaves: not how many want a place, and of
 * nobody whether they do.
 */
export function weighList(wiring: Wiring, actor: StudentActor): Promise<OwnList> {
  const { schoolId, districtId, personId: studentId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const evidence = await gatherEvidence(tx, { schoolId, districtId, now: wiring.clock.now(), studentId });
    const [student] = evidence.students;
    if (!student || evidence.restingIds.includes(studentId)) return { risk: null, listed: 0 };
    const own = new Set([...student.wishedListingIds, ...student.requestedListingIds]);
    const listed = evidence.placements.filter(({ listingId }) => own.has(listingId));
    if (student.currentSeatListingIds.length > 0) return { risk: null, listed: listed.length };
    const { context } = evidence;
    const open = listed.filter((placement) => matchPair(student, placement, context).eligible);
    const wanting = await countWanting(tx, { schoolId, exceptStudentId: studentId });
    const places = open.map(({ listingId, openPursuitPlaces }) => ({
      openPlaces: openPursuitPlaces,
      othersWanting: wanting.get(listingId) ?? 0,
    }));
    return { risk: listRisk({ listed: listed.length, open: places }), listed: listed.length };
  });
}
