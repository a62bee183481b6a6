import { cheapestPlace } from "./prices";
import { newRowSearch, raisePrices, searchRows } from "./row-search";
import type { Standing } from "./standing";
import { newTightPaths, seatOnTightPaths } from "./tight-paths";

/**
 * Places more students, up to `placed`, each at the lowest bonus that makes it worth it: a search from all students
 * without a seat (all have price zero) to the nearest free seat; the bonus rises by the path's length, and everybody
 * whom tight paths then let in gets in. Stops earlier only when no path is left.
 */
export function placeMore(standing: Standing, placed: number): void {
  const { graph, holding } = standing;
  const search = newRowSearch(graph.placements);
  const tight = newTightPaths(graph);
  const cheapest = cheapestPlace(standing);
  while (holding.placed < placed) {
    const sources = unseated(standing);
    const bound = Number.POSITIVE_INFINITY;
    const found = searchRows(standing, search, { sources, bound, ending: "stay", cheapest });
    if (found.free < 0) throw new Error("A plan of this size does not exist.");
    raiseBonus(standing, found.length);
    raisePrices(standing, search, found);
    seatOnTightPaths(standing, tight, { sources, ending: "stay", cheapest });
  }
}

/** A pair becomes worth `length` more, and so does everybody with a seat, before what they reach gets dearer. */
function raiseBonus({ holding, prices }: Standing, length: number): void {
  prices.bonus += length;
  holding.edgeOf.forEach((edge, student) => {
    if (edge >= 0) prices.student[student] = (prices.student[student] as number) + length;
  });
}

function unseated({ graph, holding }: Standing): Int32Array {
  const waiting = new Int32Array(graph.students);
  let count = 0;
  for (let s = 0; s < graph.students; s += 1) if ((holding.edgeOf[s] as number) < 0) waiting[count++] = s;
  return waiting.subarray(0, count);
}
