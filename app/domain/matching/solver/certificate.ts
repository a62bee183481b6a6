import type { Standing } from "./standing";

export type CertificateFault =
  | "negative_price"
  | "pair_undercut"
  | "pair_not_tight"
  | "unplaced_has_price"
  | "free_seat_has_price"
  | "not_whole"
  | "gap";

/**
 * Checks the proof without trusting how it was found (weak duality of the assignment problem, Egervary 1931; Kuhn
 * 1955): prices that no pair undercuts, equal on held pairs, zero for whoever and whatever is left over. Sums are exact
 * in whole numbers of any size. Empty when the total is proven the best for its number placed.
 */
export function certificateFaults({ graph, end, holding, prices }: Standing): CertificateFault[] {
  const faults = new Set<CertificateFault>();
  const { students, placements, start, place, value, seats } = graph;
  const { student: a, place: b, bonus } = prices;
  const { edgeOf, held } = holding;
  let dual = 0n;
  let primal = 0n;
  for (let p = 0; p < placements; p += 1) {
    const price = b[p] as number;
    if (!Number.isSafeInteger(price)) return ["not_whole"];
    if (price < 0) faults.add("negative_price");
    if (price > 0 && (held[p] as number) < (seats[p] as number)) faults.add("free_seat_has_price");
    dual += BigInt(price) * BigInt(seats[p] as number);
  }
  for (let s = 0; s < students; s += 1) {
    const price = a[s] as number;
    if (!Number.isSafeInteger(price)) return ["not_whole"];
    if (price < 0) faults.add("negative_price");
    const own = edgeOf[s] as number;
    if (own < 0 && price > 0) faults.add("unplaced_has_price");
    dual += BigInt(price);
    if (own >= 0) {
      primal += BigInt(value[own] as number) + BigInt(bonus);
      if (own >= (end[s] as number) || price + (b[place[own] as number] as number) !== (value[own] as number) + bonus)
        faults.add("pair_not_tight");
    }
    for (let e = start[s] as number; e < (end[s] as number); e += 1)
      if (price + (b[place[e] as number] as number) < (value[e] as number) + bonus) faults.add("pair_undercut");
  }
  if (dual !== primal) faults.add("gap");
  return [...faults];
}
