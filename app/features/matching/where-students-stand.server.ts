import type { PairIds } from "~/domain/matching/evidence";
import type { Mode } from "~/domain/matching/mode";
import { type Stop, stopsNow } from "~/domain/matching/stops-now";
import { listPursuitRows } from "~db/match-evidence.server";
import { getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { decidedNow } from "./decided-now.server";
import type { PlanNames } from "./plan-names.server";

interface Board extends Pick<PlanNames, "listings"> {
  schoolId: string;
  /** The kind of the plan on the board. */
  mode: Mode;
  studentIds: readonly string[];
  /** Those of them who left the school. */
  leftIds: readonly string[];
  now: Date;
}

export type Standing = Awaited<ReturnType<typeof whereStudentsStand>>;

/**
 * Where the students of a school stand by now, beside a plan that was made before: the pairs they have asked for, the pairs
 * that are under way, for whom nothing more is to be found, and what is decided. Pairs are keys of `pairKey`.
 */
export async function whereStudentsStand(tx: ScopeTx, { schoolId, mode, studentIds, leftIds, listings, now }: Board) {
  const decided = await decidedNow(tx, { schoolId, listings, now });
  const pursuits = await listPursuitRows(tx, { schoolId });
  const isAsked = ({ state }: (typeof pursuits)[number]) => state === "requested";
  const { livePursuitLimit } = await getSettings(tx, schoolId);
  const stops = stopsNow({
    studentIds,
    leftIds,
    ...decided,
    mode,
    perStudent: livePursuitLimit,
  });
  return {
    decided,
    asked: new Set(pursuits.filter(isAsked).map(pairKey)),
    pursued: new Set(pursuits.filter((pursuit) => !isAsked(pursuit)).map(pairKey)),
    /** With a pair that is under way, or approved and waiting. */
    busy: new Set(decided.inView.map(({ studentId }) => studentId)),
    stops,
  };
}

/** Why a proposal is not to be approved any more; what a student asked for can be, whatever else they have. */
export function stopOf({ asked, stops }: Standing, { studentId, listingId }: PairIds): Stop | null {
  const hasAsked = asked.has(pairKey({ student_id: studentId, listing_id: listingId }));
  return hasAsked ? null : (stops.get(studentId) ?? null);
}

export const pairKey = (pair: { student_id: string; listing_id: string }) => `${pair.student_id} ${pair.listing_id}`;
