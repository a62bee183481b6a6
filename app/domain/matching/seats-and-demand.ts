import { isWarm, type OpenPlan } from "./open-plan";
import { capacityOf } from "./plan-edges";
import { type SeatPrice, seatPrices } from "./seat-prices";

/** Seats of one listing against those who could take them, and what one more would change. */
export interface SeatDemand {
  listingId: string;
  /** Null of other kinds of plans than balanced ones, which have no seat prices. */
  difference: SeatPrice["difference"] | null;
  /** Of a slate: pursuit places. */
  seats: number;
  /** Of these, how many the plan gives to somebody. Approved pairs have theirs beside them. */
  held: number;
  /** Students who are looking and may go there, and those among them who asked for it or saved it. */
  eligible: number;
  wanted: number;
}

export function seatDemandOf(plan: OpenPlan): SeatDemand[] {
  const rows = lookingRows(plan);
  const open = plan.plan.assignments.filter(({ origin }) => origin !== "approved");
  const held = countBy(open.map(({ listingId }) => listingId));
  const eligible = countBy(rows.flatMap(({ edges }) => edges.map(({ listingId }) => listingId)));
  const wanted = countBy(
    rows.flatMap(({ student, edges }) => {
      const own = new Set([...student.requestedListingIds, ...student.wishedListingIds]);
      return edges.filter(({ listingId }) => own.has(listingId)).map(({ listingId }) => listingId);
    }),
  );
  const prices = new Map(isWarm(plan) ? seatPrices(plan).map((price) => [price.listingId, price.difference]) : []);
  return plan.input.placements.map((placement) => {
    const { listingId } = placement;
    const count = (of: ReadonlyMap<string, number>) => of.get(listingId) ?? 0;
    const demand = { held: count(held), eligible: count(eligible), wanted: count(wanted) };
    const difference = prices.get(listingId) ?? null;
    return { listingId, difference, seats: capacityOf(placement, plan.input.mode), ...demand };
  });
}

/** Students who are looking now, with the listings they may go to. */
export function lookingRows({ rows, input }: OpenPlan) {
  const resting = new Set(input.optedOutStudentIds);
  return [...rows.values()].filter(({ student }) => !resting.has(student.id));
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
