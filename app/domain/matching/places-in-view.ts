import { groupBy } from "../group-by";
import type { PairIds } from "./evidence";
import { mostEach } from "./plan-edges";
import type { PlanInput } from "./plan-types";

/** A live pursuit past the request, or an approval that waits; `seated` when a seat is held, too. */
export interface PlaceInView extends PairIds {
  seated: boolean;
}

/**
 * What places in view are to a plan. Pairs at its listings are approved, and never move. Settled is whoever gets nothing
 * more: anybody with a place in view, and where a plan gives several those with a seat, with as many as it gives, or with a
 * place at a listing that it does not see and so could not count.
 */
export function standingIn(
  inView: readonly PlaceInView[],
  plan: Pick<PlanInput, "mode" | "perStudent"> & {
    students: readonly { id: string }[];
    placements: readonly { listingId: string }[];
  },
): { approved: PairIds[]; settledIds: string[] } {
  const students = new Set(plan.students.map(({ id }) => id));
  const listings = new Set(plan.placements.map(({ listingId }) => listingId));
  const known = inView.filter(({ studentId }) => students.has(studentId));
  const isSeen = ({ listingId }: PairIds) => listings.has(listingId);
  const isSettled = (own: readonly PlaceInView[]) =>
    own.length >= mostEach(plan) || own.some((pair) => pair.seated || !isSeen(pair));
  return {
    approved: known.filter(isSeen).map(({ studentId, listingId }) => ({ studentId, listingId })),
    settledIds: [...groupBy(known, ({ studentId }) => studentId)].flatMap(([id, own]) => (isSettled(own) ? id : [])),
  };
}
