import type { MatchGraph } from "./graph";

/**
 * Dual prices in whole points: `student[s] + place[p] >= value + bonus` on every edge before `end`, none negative.
 * The bonus is what placing one more student is worth.
 */
export interface Prices {
  student: Float64Array;
  place: Float64Array;
  bonus: number;
}

/** The lowest student prices that these placement prices allow. */
export function setStudentPrices(graph: MatchGraph, prices: Prices, end: Int32Array): void {
  const { students, start, place, value } = graph;
  const { bonus, place: price, student } = prices;
  for (let s = 0; s < students; s += 1) {
    let best = 0;
    for (let e = start[s] as number; e < (end[s] as number); e += 1) {
      const profit = (value[e] as number) + bonus - (price[place[e] as number] as number);
      if (profit > best) best = profit;
    }
    student[s] = best;
  }
}
