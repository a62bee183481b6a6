import type { StudentActor } from "~/domain/actor";
import type { PlacementEvidence } from "~/domain/matching/evidence";
import { type ListRisk, listRisk } from "~/domain/matching/list-risk";
import { matchPair } from "~/domain/matching/pair";
import { capacityOf } from "~/domain/matching/plan-edges";
import { isSuggestion } from "~/domain/matching/suggestions-left";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { getSettings } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { countWanting } from "~db/wishes.server";

export interface OwnList {
  /** Null for a student who does not look now, or has a place in view already. */
  risk: ListRisk | null;
  /** Listings that the student saved or asked for, that are published, and that a plan could give them. */
  listed: number;
  /**
   * The school's limit where the student asks for as many places as that already, and saved others: until one of these ends,
   * no plan gives them what they only saved. Else null.
   */
  limit: number | null;
}

/**
 * How the student's own list stands against what others want, by the seats that a balanced plan could fill: of several who go
 * after one seat only one gets it. Only the verdict leaves: not how many want a place, and of
 * nobody whether they do.
 */
export function weighList(wiring: Wiring, actor: StudentActor): Promise<OwnList> {
  const { schoolId, districtId, personId: studentId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const evidence = await gatherEvidence(tx, { schoolId, districtId, now: wiring.clock.now(), studentId });
    const [student] = evidence.students;
    if (!student || evidence.restingIds.includes(studentId)) return { risk: null, listed: 0, limit: null };
    const own = new Set([...student.wishedListingIds, ...student.requestedListingIds]);
    const listed = evidence.placements.filter(({ listingId }) => own.has(listingId));
    if (student.currentSeatListingIds.length > 0) return { risk: null, listed: listed.length, limit: null };
    const { livePursuitLimit } = await getSettings(tx, schoolId);
    const hasMost = student.requestedListingIds.length >= livePursuitLimit;
    const isRest = ({ listingId }: PlacementEvidence) => hasMost && isSuggestion(student, listingId);
    const { context } = evidence;
    const reached = listed.filter((placement) => !isRest(placement));
    const open = reached.filter((placement) => matchPair(student, placement, context).eligible);
    const wanting = await countWanting(tx, { schoolId, exceptStudentId: studentId });
    const places = open.map((placement) => ({
      openSeats: capacityOf(placement),
      othersWanting: wanting.get(placement.listingId) ?? 0,
    }));
    return {
      risk: listRisk({ listed: listed.length, open: places }),
      listed: reached.length,
      limit: listed.some(isRest) ? livePursuitLimit : null,
    };
  });
}
