import type { Market } from "./market";
import { setStudentPrices } from "./prices";

/**
 * A reverse round: a placement that asks a price but has a free seat lowers it until somebody comes, who may leave another
 * placement for it, or until it asks nothing. Afterwards every placement with a free seat is free of charge.
 */
export function bidForStudents(market: Market, raise: number): void {
  const { graph, prices, held, seats } = market;
  setStudentPrices({ ...market, holding: market });
  const asks = (p: number) => (prices.place[p] as number) > 0 && (held[p] as number) < (seats[p] as number);
  const queue: number[] = [];
  for (let p = graph.placements - 1; p >= 0; p -= 1) if (asks(p)) queue.push(p);
  for (let p = queue.pop(); p !== undefined; p = queue.pop()) {
    while (asks(p)) {
      const left = fill(market, { place: p, raise });
      if (left >= 0 && asks(left)) queue.push(left);
    }
  }
}

/** One student comes and the price falls, or it falls to zero. Returns the placement they left, -1 for none. */
function fill(market: Market, { place, raise }: { place: number; raise: number }): number {
  const { graph, first, held, bidder, edgeOf, prices } = market;
  const { edge, student, second } = dearest(market, { place, raise });
  const price = edge < 0 ? 0 : second - raise;
  prices.place[place] = price;
  const base = first[place] as number;
  const size = held[place] as number;
  // With a lower price every holder gains, not the newcomer alone.
  for (let slot = base; slot < base + size; slot += 1) {
    const holder = bidder[slot] as number;
    prices.student[holder] = (graph.value[edgeOf[holder] as number] as number) + prices.bonus - price;
  }
  if (edge < 0) return -1;
  const left = leave(market, student);
  edgeOf[student] = edge;
  bidder[base + size] = student;
  held[place] = size + 1;
  prices.student[student] = (graph.value[edge] as number) + prices.bonus - price;
  return left;
}

/** The student for whom this placement could ask most, and what it could ask of the second; nobody (-1) up to the raise. */
function dearest(
  { end, columns, edgeOf, prices }: Market,
  { place, raise }: { place: number; raise: number },
): { edge: number; student: number; second: number } {
  const { bonus, student: profit } = prices;
  let best = raise;
  const found = { edge: -1, student: -1, second: raise };
  const last = columns.start[place + 1] as number;
  for (let at = columns.start[place] as number; at < last; at += 1) {
    if ((columns.ahead[at] as number) + bonus <= found.second) break;
    const s = columns.student[at] as number;
    const worth = (columns.value[at] as number) + bonus - (profit[s] as number);
    if (worth <= found.second) continue;
    const e = columns.edge[at] as number;
    if (e >= (end[s] as number) || edgeOf[s] === e) continue;
    if (worth > best) {
      found.second = best;
      best = worth;
      found.edge = e;
      found.student = s;
    } else found.second = worth;
  }
  return found;
}

function leave({ graph, first, held, bidder, edgeOf }: Market, student: number): number {
  const edge = edgeOf[student] as number;
  if (edge < 0) return -1;
  const place = graph.place[edge] as number;
  const base = first[place] as number;
  const left = (held[place] as number) - 1;
  let slot = base;
  while (bidder[slot] !== student) slot += 1;
  bidder[slot] = bidder[base + left] as number;
  held[place] = left;
  return place;
}
