import { seededOrder } from "./instance/seeded-order";
import { type StudentEdges, seatsLeft } from "./plan-edges";
import { listingTier, studentTier } from "./plan-preferences";
import type { Plan, PlanInput } from "./plan-types";

/**
 * Pairs that would rather have each other than what a plan gives them, by the definition: the student would rather have
 * that listing, which has a free seat or would rather have the student than somebody it holds. Nobody who is locked or
 * approved is in it. `rows` are in the order in which ties are broken.
 */
export function blockingPairsIn(
  plan: Plan,
  { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> },
): { studentId: string; listingId: string }[] {
  const seats = seatsLeft(input);
  const { ids } = seededOrder([...seats.keys()], input.seed);
  const listingAt = new Map(ids.map((id, at) => [id, at]));
  const studentAt = new Map([...rows.keys()].map((id, at) => [id, at]));
  const edgeOf = (studentId: string, listingId: string) =>
    rows.get(studentId)?.edges.find((edge) => edge.listingId === listingId);
  const own = new Map<string, string>();
  const weakest = new Map<string, Standing>();
  const held = new Map<string, number>();
  for (const { studentId, listingId, origin } of plan.assignments) {
    const edge = edgeOf(studentId, listingId);
    if (origin !== "proposed" || !edge) continue;
    own.set(studentId, listingId);
    held.set(listingId, (held.get(listingId) ?? 0) + 1);
    const theirs = { tier: listingTier(edge), at: studentAt.get(studentId) ?? 0 };
    const before = weakest.get(listingId);
    if (!before || isBefore(before, theirs)) weakest.set(listingId, theirs);
  }
  return [...rows].flatMap(([studentId, { student, edges }]) => {
    const wish = (edge: StudentEdges["edges"][number]): Standing => ({
      tier: studentTier(student, edge, input.context),
      at: listingAt.get(edge.listingId) ?? 0,
    });
    const has = edges.find(({ listingId }) => listingId === own.get(studentId));
    return edges.flatMap((edge) => {
      const { listingId } = edge;
      if (has && !isBefore(wish(edge), wish(has))) return [];
      const worst = weakest.get(listingId);
      const isFree = (held.get(listingId) ?? 0) < (seats.get(listingId) ?? 0);
      const isStronger = worst && isBefore({ tier: listingTier(edge), at: studentAt.get(studentId) ?? 0 }, worst);
      return isFree || isStronger ? [{ studentId, listingId }] : [];
    });
  });
}

/** A place in somebody's list: the lower tier, then the earlier in the order that breaks ties. */
interface Standing {
  tier: number;
  at: number;
}

function isBefore(a: Standing, b: Standing): boolean {
  return a.tier === b.tier ? a.at < b.at : a.tier < b.tier;
}
