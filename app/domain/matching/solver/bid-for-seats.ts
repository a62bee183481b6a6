import type { Market } from "./market";
import { cheapestPlace } from "./prices";

/**
 * A forward round: everybody bids again at the prices there are, up to where their second choice is as good, plus the
 * raise. A student who gains nothing anywhere stays out.
 */
export function bidForSeats(market: Market, raise: number): void {
  const { graph, end, prices, edgeOf, held } = market;
  const { students, start, place, value, ahead } = graph;
  const { bonus, place: price } = prices;
  // Prices only rise until the round ends.
  const least = bonus - cheapestPlace({ ...market, holding: market });
  held.fill(0);
  edgeOf.fill(-1);
  const waiting = Int32Array.from({ length: students }, (_, at) => students - 1 - at);
  for (let left = students; left > 0; ) {
    const s = waiting[--left] as number;
    let best = 0;
    let second = 0;
    let bestEdge = -1;
    const stop = end[s] as number;
    for (let e = start[s] as number; e < stop && (ahead[e] as number) + least > second; e += 1) {
      const profit = (value[e] as number) + bonus - (price[place[e] as number] as number);
      if (profit <= second) continue;
      if (profit > best) {
        second = best;
        best = profit;
        bestEdge = e;
      } else second = profit;
    }
    if (bestEdge < 0) continue;
    const p = place[bestEdge] as number;
    const loser = take(market, { student: s, place: p, offer: (price[p] as number) + best - second + raise });
    edgeOf[s] = bestEdge;
    if (loser < 0) continue;
    edgeOf[loser] = -1;
    waiting[left++] = loser;
  }
}

interface Offer {
  student: number;
  place: number;
  offer: number;
}

/** The bid takes a free seat, or that of the lowest bidder, who is returned (-1 for none). */
function take(market: Market, { student, place, offer }: Offer): number {
  const { held, seats, first, bid, bidder, prices } = market;
  const base = first[place] as number;
  const size = held[place] as number;
  if (size < (seats[place] as number)) {
    held[place] = size + 1;
    siftUp(market, { base, hole: size, student, offer });
    if (size + 1 === seats[place]) prices.place[place] = bid[base] as number;
    return -1;
  }
  const loser = bidder[base] as number;
  siftDown(market, { base, size, student, offer });
  prices.place[place] = bid[base] as number;
  return loser;
}

function siftUp({ bid, bidder }: Market, given: { base: number; hole: number; student: number; offer: number }): void {
  const { base, student, offer } = given;
  let hole = given.hole;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if ((bid[base + parent] as number) <= offer) break;
    bid[base + hole] = bid[base + parent] as number;
    bidder[base + hole] = bidder[base + parent] as number;
    hole = parent;
  }
  bid[base + hole] = offer;
  bidder[base + hole] = student;
}

function siftDown(
  { bid, bidder }: Market,
  { base, size, student, offer }: { base: number; size: number; student: number; offer: number },
): void {
  let hole = 0;
  for (let child = 1; child < size; child = 2 * hole + 1) {
    if (child + 1 < size && (bid[base + child + 1] as number) < (bid[base + child] as number)) child += 1;
    if ((bid[base + child] as number) >= offer) break;
    bid[base + hole] = bid[base + child] as number;
    bidder[base + hole] = bidder[base + child] as number;
    hole = child;
  }
  bid[base + hole] = offer;
  bidder[base + hole] = student;
}
