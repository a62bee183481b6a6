import { bidForSeats } from "./bid-for-seats";
import { bidForStudents } from "./bid-for-students";
import type { Columns } from "./columns";
import type { MatchGraph } from "./graph";
import type { Holding } from "./holding";
import type { Market } from "./market";
import type { Prices } from "./prices";

export interface AuctionTerms {
  end: Int32Array;
  columns: Columns;
  holding: Holding;
  prices: Prices;
  /** How many have to be placed: while fewer bid, the bonus grows. */
  placed: number;
  /** Highest and lowest value of a pair. */
  top: number;
  bottom: number;
}

/** The first raise is this part of the range of values, each following one this part of the one before. */
const FIRST_RAISE = 16;
const FINER = 5;
/** The bonus is found in the coarse rounds, where prices move fast: a war over a late bonus goes by the smallest raise. */
const COARSE_ROUNDS = 2;
const MOST_TRIES = 12;

/**
 * Auction with similar seats and epsilon scaling, forward and reverse (Bertsekas 1988; Bertsekas and Castanon 1989,
 * 1992): students bid for placements, then placements with a free seat bid for students, in rounds of a falling least
 * raise; where seats are short, placements begin. Leaves prices near the best, and returns everybody's pair (-1 for
 * none); the rest is the paths' work. Whole numbers throughout.
 */
export function auction(graph: MatchGraph, terms: AuctionTerms): Int32Array {
  const { prices, top, bottom, holding } = terms;
  const slots = holding.student.length;
  const market: Market = {
    graph,
    end: terms.end,
    columns: terms.columns,
    first: holding.first,
    seats: holding.seats,
    pairs: holding.pairs,
    prices,
    bid: new Float64Array(slots),
    bidder: new Int32Array(slots),
    held: new Int32Array(graph.placements),
    edgeOf: new Int32Array(graph.students).fill(-1),
  };
  const areShort = slots < graph.students;
  let growth = Math.ceil((top - bottom + 1) / 4);
  raisesFor(top - bottom).forEach((raise, level) => {
    for (let tries = 0; ; tries += 1) {
      shutWithoutSeats(graph, prices, top);
      if (level === 0 && tries === 0 && areShort) askMost(market, top);
      else bidForSeats(market, raise);
      bidForStudents(market, raise);
      if (level >= COARSE_ROUNDS || tries >= MOST_TRIES || seatedIn(market) >= terms.placed) break;
      prices.bonus += growth;
      growth *= 2;
    }
  });
  return market.edgeOf;
}

/**
 * Where seats are short prices end high, and students would take long to bid them up: here placements start at what
 * nobody would give and come down.
 */
function askMost({ prices, seats, pairs }: Market, top: number): void {
  for (let p = 0; p < seats.length; p += 1)
    if ((pairs[p] as number) > 0) prices.place[p] = Math.max(0, top + prices.bonus);
}

/** A placement without seats asks more than anybody would give: a bid on it would lose its student. */
export function shutWithoutSeats({ placements, seats }: MatchGraph, prices: Prices, top: number): void {
  for (let p = 0; p < placements; p += 1) if (seats[p] === 0) prices.place[p] = Math.max(0, top + prices.bonus);
}

function raisesFor(range: number): number[] {
  const raises: number[] = [];
  for (let raise = Math.floor(range / FIRST_RAISE); raise > 1; raise = Math.floor(raise / FINER)) raises.push(raise);
  return [...raises, 1];
}

function seatedIn({ edgeOf }: Market): number {
  let seated = 0;
  for (const edge of edgeOf) if (edge >= 0) seated += 1;
  return seated;
}
