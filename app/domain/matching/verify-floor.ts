import type { StudentEdges } from "./plan-edges";
import type { Plan, PlanInput } from "./plan-types";
import { type Cover, coverOf } from "./solver/cover";
import { graphOf, type MatchGraph, rowEnds } from "./solver/graph";
import { emptyHolding } from "./solver/holding";
import { placeMost } from "./solver/place-most";
import { type Claim, claimsOf } from "./verify-total";

/**
 * Proves that no plan of these rows places more, and none that places as many has a higher floor, without trusting how the
 * plan was found: a cover of all pairs weighs as many seats as are placed, and a cover of the pairs above the floor fewer
 * (Konig 1931, with seats). Covers are found anew and checked edge by edge. Each round of a slate is proven over what it had
 * to choose from. A floor that a pair that stays has anyway needs no proof. Names the property that is
 * not proven.
 */
export function verifyFloor(
  plan: Plan,
  { input, rows }: { input: PlanInput; rows: Map<string, StudentEdges> },
): ("O3" | "O4")[] {
  return [...new Set((claimsOf(plan, { input, rows }) ?? []).flatMap(unproven))];
}

function unproven({ pairs, certificate: { floor }, rows, seats, ceiling }: Claim): ("O3" | "O4")[] {
  const placed = new Set(pairs.map(({ studentId }) => studentId)).size;
  const graph = graphOfRows(rows, seats);
  const faults: ("O3" | "O4")[] = [];
  if (fewestSeats(graph, Number.NEGATIVE_INFINITY) !== placed) faults.push("O3");
  if (floor === null || ceiling <= floor) return faults;
  if (fewestSeats(graph, floor + 1) >= placed) faults.push("O4");
  return faults;
}

/** What the pairs of at least this weight can be covered with, in students and seats; no plan of them alone places more. */
function fewestSeats(graph: MatchGraph, atLeast: number): number {
  const end = rowEnds(graph, atLeast);
  const holding = emptyHolding(graph);
  placeMost(graph, holding, { end });
  const cover = coverOf(graph, holding, { end });
  return coversAll(graph, cover, end) ? sizeOf(graph, cover) : Number.POSITIVE_INFINITY;
}

function coversAll({ students, start, place }: MatchGraph, cover: Cover, end: Int32Array): boolean {
  for (let s = 0; s < students; s += 1) {
    if (cover.student[s]) continue;
    for (let e = start[s] as number; e < (end[s] as number); e += 1) if (!cover.place[place[e] as number]) return false;
  }
  return true;
}

function sizeOf({ seats }: MatchGraph, { student, place }: Cover): number {
  const students = student.reduce((sum, yes) => sum + yes, 0);
  return place.reduce((sum, yes, p) => sum + (yes ? (seats[p] as number) : 0), students);
}

function graphOfRows(rows: Map<string, StudentEdges>, seats: ReadonlyMap<string, number>): MatchGraph {
  const at = new Map([...seats.keys()].map((listingId, position) => [listingId, position]));
  const edges = [...rows.values()].flatMap(({ edges: own }, student) =>
    own.map(({ listingId, weight }) => ({ student, place: at.get(listingId) as number, weight })),
  );
  return graphOf(
    {
      student: Int32Array.from(edges, ({ student }) => student),
      place: Int32Array.from(edges, ({ place }) => place),
      weight: Int32Array.from(edges, ({ weight }) => weight),
    },
    { students: rows.size, seats: Int32Array.from(seats.values()) },
  );
}
