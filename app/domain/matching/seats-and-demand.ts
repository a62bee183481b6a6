import type { PlacementEvidence, StudentEvidence } from "./evidence";
import { capacityOf } from "./plan-edges";
import { compareIds } from "./rank";
import { type SeatPrice, seatPrices } from "./seat-prices";
import type { WarmPlan } from "./warm-plan";

/** Seats of one listing against those who could take them, and what one more would change. */
export interface SeatDemand extends SeatPrice {
  seats: number;
  /** Students the plan gives it. */
  held: number;
  /** Students who are looking and may go there, and those among them who asked for it or saved it. */
  eligible: number;
  wanted: number;
}

/** Listings of one interest, weekday or area against its students; a listing counts in each of its groups, a student too. */
export interface GroupDemand {
  group: string;
  seats: number;
  /** Students who like it, can come on that day, or live there. */
  students: number;
  /** Of those students, how many the plan leaves without a place. */
  left: number;
  /** Whether one more seat at one of the listings places one more student. */
  placesMore: boolean;
}

export const GROUPINGS = ["interest", "day", "area"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export function seatDemandOf(plan: WarmPlan): SeatDemand[] {
  const rows = lookingRows(plan);
  const held = countBy(plan.plan.assignments.map(({ listingId }) => listingId));
  const eligible = countBy(rows.flatMap(({ edges }) => edges.map(({ listingId }) => listingId)));
  const wanted = countBy(
    rows.flatMap(({ student, edges }) => {
      const own = new Set([...student.requestedListingIds, ...student.wishedListingIds]);
      return edges.filter(({ listingId }) => own.has(listingId)).map(({ listingId }) => listingId);
    }),
  );
  const prices = new Map(seatPrices(plan).map((price) => [price.listingId, price]));
  return plan.input.placements.flatMap((placement) => {
    const { listingId } = placement;
    const price = prices.get(listingId);
    const count = (of: ReadonlyMap<string, number>) => of.get(listingId) ?? 0;
    const demand = { held: count(held), eligible: count(eligible), wanted: count(wanted) };
    return price ? [{ ...price, seats: capacityOf(placement, plan.input.mode), ...demand }] : [];
  });
}

/** Students who are looking now, with the listings they may go to. */
function lookingRows({ rows, input }: WarmPlan) {
  const resting = new Set(input.optedOutStudentIds);
  return [...rows.values()].filter(({ student }) => !resting.has(student.id));
}

/**
 * The same by interest, weekday or area: seats on one side, students on the other, where seats lack most first. Of an area
 * those seats count that at least one of its students may take.
 */
export function groupDemandOf(plan: WarmPlan, demand: readonly SeatDemand[], by: Grouping): GroupDemand[] {
  const demandOf = new Map(demand.map((row) => [row.listingId, row]));
  const members = new Map<string, { listings: Set<string>; students: number; left: number }>();
  const groupOf = (name: string) => {
    const known = members.get(name) ?? { listings: new Set<string>(), students: 0, left: 0 };
    members.set(name, known);
    return known;
  };
  for (const placement of plan.input.placements)
    for (const name of groupsOfPlacement(placement, by)) groupOf(name).listings.add(placement.listingId);
  for (const { student, edges } of lookingRows(plan))
    for (const name of groupsOfStudent(student, by)) {
      const group = groupOf(name);
      group.students += 1;
      if (!plan.listingOf.has(student.id)) group.left += 1;
      if (by === "area") for (const { listingId } of edges) group.listings.add(listingId);
    }
  return [...members]
    .map(([group, { listings, students, left }]) => {
      const own = [...listings].flatMap((listingId) => demandOf.get(listingId) ?? []);
      const seats = own.reduce((sum, row) => sum + row.seats, 0);
      return { group, seats, students, left, placesMore: own.some(({ difference }) => difference.placed > 0) };
    })
    .sort((a, b) => b.students - b.seats - (a.students - a.seats) || compareIds(a.group, b.group));
}

function groupsOfPlacement({ interests, weekdays }: PlacementEvidence, by: Grouping): Set<string> {
  if (by === "interest") return new Set(interests);
  return new Set(by === "day" ? weekdays.filter(({ seats }) => seats > 0).map(({ weekday }) => String(weekday)) : []);
}

function groupsOfStudent({ interests, weekdays, areaId }: StudentEvidence, by: Grouping): Set<string> {
  if (by === "interest") return new Set(interests.filter(({ liked }) => liked).map(({ interestId }) => interestId));
  return new Set(by === "day" ? weekdays.map(String) : areaId ? [areaId] : []);
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
