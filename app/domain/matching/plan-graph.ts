import type { AssignmentGraph } from "./assign";
import { seededOrder } from "./instance/seeded-order";
import { rowsOf, type StudentEdges, seatsLeft } from "./plan-edges";
import type { PlanInput } from "./plan-types";

/** What a plan decides, in positions: students in tie order, listings in seeded order, seats that locks leave. */
export interface PlanGraph extends AssignmentGraph {
  rows: readonly StudentEdges[];
  listingIds: readonly string[];
}

export function planGraphOf(input: PlanInput): PlanGraph {
  const rows = rowsOf(input);
  const left = seatsLeft(input);
  const { ids: listingIds } = seededOrder([...left.keys()], input.seed);
  const positions = new Map(listingIds.map((id, at) => [id, at]));
  return {
    rows,
    listingIds,
    edgesOf: rows.map(({ edges }) =>
      edges.map(({ listingId, weight, kept }) => ({ place: positions.get(listingId) ?? 0, weight, kept })),
    ),
    seats: listingIds.map((id) => left.get(id) ?? 0),
    stickiness: input.stickiness ?? 0,
  };
}
