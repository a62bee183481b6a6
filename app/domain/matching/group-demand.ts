import type { PlacementEvidence, StudentEvidence } from "./evidence";
import type { OpenPlan } from "./open-plan";
import { compareIds } from "./rank";
import { compareUse, type SeatPrice } from "./seat-prices";
import { lookingRows, type SeatDemand } from "./seats-and-demand";
import type { WarmPlan } from "./warm-plan";
import { whatIf } from "./what-if";

/** Listings of a group against its students; a listing counts in each of its groups, a student too. */
export interface GroupDemand {
  /** An interest, a weekday, an area, or a weekday and an interest with a space between. */
  group: string;
  seats: number;
  /** Students who like it, can come on that day, or live there. */
  students: number;
  /** Of those students, how many the plan leaves without a place. */
  left: number;
  listingIds: string[];
  /** What one more seat does at the listing of the group where it does most; null where no listing is, or none has a price. */
  best: Pick<SeatPrice, "listingId" | "difference"> | null;
}

export const GROUPINGS = ["interest", "day", "both", "area"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/**
 * Seats on one side, students on the other, by interest, weekday, both or area, where seats lack most first. Of an area those
 * listings count that at least one of its students may take.
 */
export function groupDemandOf(plan: OpenPlan, demand: readonly SeatDemand[], by: Grouping): GroupDemand[] {
  const demandOf = new Map(demand.map((row) => [row.listingId, row]));
  const members = new Map<string, { listings: Set<string>; students: number; left: number }>();
  const groupOf = (name: string) => {
    const known = members.get(name) ?? { listings: new Set<string>(), students: 0, left: 0 };
    members.set(name, known);
    return known;
  };
  for (const placement of plan.input.placements)
    for (const name of groupsOfPlacement(placement, by)) groupOf(name).listings.add(placement.listingId);
  const placed = new Set(plan.plan.assignments.map(({ studentId }) => studentId));
  for (const { student, edges } of lookingRows(plan))
    for (const name of groupsOfStudent(student, by)) {
      const group = groupOf(name);
      group.students += 1;
      if (!placed.has(student.id)) group.left += 1;
      if (by === "area") for (const { listingId } of edges) group.listings.add(listingId);
    }
  return [...members]
    .map(([group, { listings, students, left }]) => {
      const own = [...listings].flatMap((listingId) => demandOf.get(listingId) ?? []);
      const seats = own.reduce((sum, row) => sum + row.seats, 0);
      const priced = own.flatMap(({ listingId, difference }) => (difference ? { listingId, difference } : []));
      const [best = null] = priced.sort((a, b) => compareUse(a, b) || compareIds(a.listingId, b.listingId));
      return { group, seats, students, left, listingIds: own.map(({ listingId }) => listingId), best };
    })
    .sort((a, b) => b.students - b.seats - (a.students - a.seats) || compareIds(a.group, b.group));
}

/**
 * How many more students seats at these listings could place at most. So many seats are enough, as each may be chosen to place
 * one more: the students who can be placed together are a matroid's independent sets (Edmonds and Fulkerson 1965). Fewer do it
 * where pursuit places are what is short, and a seat opens several. Listings where more is taken than there is do not count.
 */
export function placedBySeats(plan: WarmPlan, listingIds: readonly string[]): number {
  const by = plan.plan.unmatched.length;
  const isShort = new Set(plan.input.placements.filter(isOvertaken).map(({ listingId }) => listingId));
  const open = listingIds.filter((listingId) => !isShort.has(listingId));
  const asked = whatIf(
    plan,
    open.map((listingId) => ({ kind: "seats", listingId, by })),
  );
  if (!asked.ok) throw new Error(`More seats were refused: ${asked.reason}`);
  return asked.value.difference.placed;
}

/** More is taken there than there is, so that the first seats more would open nothing. */
function isOvertaken({ openSeats, openPursuitPlaces }: PlacementEvidence): boolean {
  return Math.min(openSeats, openPursuitPlaces) < 0;
}

function groupsOfPlacement({ interests, weekdays }: PlacementEvidence, by: Grouping): Set<string> {
  const days = weekdays.filter(({ seats }) => seats > 0).map(({ weekday }) => String(weekday));
  return groupsOf({ interests, days, areaId: null }, by);
}

function groupsOfStudent({ interests, weekdays, areaId = null }: StudentEvidence, by: Grouping): Set<string> {
  const liked = interests.filter((tag) => tag.liked).map(({ interestId }) => interestId);
  return groupsOf({ interests: liked, days: weekdays.map(String), areaId }, by);
}

function groupsOf(
  { interests, days, areaId }: { interests: readonly string[]; days: readonly string[]; areaId: string | null },
  by: Grouping,
): Set<string> {
  if (by === "interest") return new Set(interests);
  if (by === "day") return new Set(days);
  if (by === "both") return new Set(days.flatMap((day) => interests.map((interest) => `${day} ${interest}`)));
  return new Set(areaId ? [areaId] : []);
}
