import type { MatchGraph } from "./graph";
import type { Holding } from "./holding";

/**
 * Dual prices in whole points: `student[s] + place[p] >= value + bonus` on every edge before `end`, none negative.
 * The bonus is what placing one more student is worth.
 */
export interface Prices {
  student: Float64Array;
  place: Float64Array;
  bonus: number;
}

/** What a student pays at least on any pair there is. */
export function cheapestPlace({ holding, prices }: Omit<Priced, "graph">): number {
  let cheapest = Number.POSITIVE_INFINITY;
  for (let p = 0; p < prices.place.length; p += 1) {
    if ((holding.pairs[p] as number) > 0 && (prices.place[p] as number) < cheapest)
      cheapest = prices.place[p] as number;
  }
  return cheapest;
}

interface Priced {
  graph: MatchGraph;
  holding: Pick<Holding, "pairs">;
  prices: Prices;
}

/** The lowest student prices that these placement prices allow. */
export function setStudentPrices({ graph, end, holding, prices }: Priced & { end: Int32Array }): void {
  const { students, start, place, value, ahead } = graph;
  const { bonus, place: price, student } = prices;
  const least = bonus - cheapestPlace({ holding, prices });
  for (let s = 0; s < students; s += 1) {
    let best = 0;
    for (let e = start[s] as number; e < (end[s] as number) && (ahead[e] as number) + least > best; e += 1) {
      const profit = (value[e] as number) + bonus - (price[place[e] as number] as number);
      if (profit > best) best = profit;
    }
    student[s] = best;
  }
}
