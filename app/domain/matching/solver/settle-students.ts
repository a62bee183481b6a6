import { cheapestPlace } from "./prices";
import { moveAlongRow, newRowSearch, type RowSearch, raisePrices, searchRows } from "./row-search";
import type { Standing } from "./standing";
import { newTightPaths, seatOnTightPaths, type TightPaths } from "./tight-paths";

/** A phase that settles no more than this share was idle; after so many idle ones, paths one by one are quicker. */
const WORTH_A_PHASE = 0.01;
const PATIENCE = 4;
const FEW = 8;

/**
 * Ends every student's claim to a better deal: afterwards a student without a seat has price zero. Held pairs have to be
 * tight, and stay so. While many wait, all search at once and seats go along disjoint tight paths, as in the Hungarian
 * method (Kuhn 1955; phases as of Hopcroft and Karp 1973); then one shortest path for each (Jonker and Volgenant 1987,
 * with seats and the choice of no place).
 */
export function settleStudents(standing: Standing): void {
  const search = newRowSearch(standing.graph.placements);
  const tight = newTightPaths(standing.graph);
  // Prices only rise until all are settled.
  const cheapest = cheapestPlace(standing);
  let sources = claimants(standing);
  for (let idle = 0; sources.length > FEW && idle < PATIENCE; ) {
    const length = settleAtOnce(standing, { search, tight, sources, cheapest });
    const left = claimants(standing);
    if (left.length <= sources.length * (1 - WORTH_A_PHASE)) idle = 0;
    else if (length > 0) idle += 1;
    sources = left;
  }
  const { student } = standing.prices;
  for (const source of sources) {
    if ((standing.holding.edgeOf[source] as number) >= 0 || student[source] === 0) continue;
    const found = searchRows(standing, search, {
      sources: Int32Array.of(source),
      bound: student[source] as number,
      ending: "leave",
      cheapest,
    });
    student[source] = (student[source] as number) - found.length;
    raisePrices(standing, search, found);
    moveAlongRow(standing, search, found);
  }
}

/** One phase; returns how much every source's price fell, 0 while there are tight paths left. */
function settleAtOnce(
  standing: Standing,
  { search, tight, sources, cheapest }: { search: RowSearch; tight: TightPaths; sources: Int32Array; cheapest: number },
): number {
  const { student } = standing.prices;
  let bound = Number.POSITIVE_INFINITY;
  for (const source of sources) bound = Math.min(bound, student[source] as number);
  const found = searchRows(standing, search, { sources, bound, ending: "leave", cheapest });
  for (const source of sources) student[source] = (student[source] as number) - found.length;
  raisePrices(standing, search, found);
  seatOnTightPaths(standing, tight, { sources, ending: "leave", cheapest });
  return found.length;
}

/** Students without a seat who could have one at these prices. */
function claimants({ graph, holding, prices }: Standing): Int32Array {
  const waiting = new Int32Array(graph.students);
  let count = 0;
  for (let s = 0; s < graph.students; s += 1)
    if ((holding.edgeOf[s] as number) < 0 && (prices.student[s] as number) > 0) waiting[count++] = s;
  return waiting.subarray(0, count);
}
