import type { MatchGraph } from "./graph";
import type { Holding } from "./holding";
import type { Prices } from "./prices";

/** What a solve works on: the pairs before `end`, who holds which seat, and prices that every pair respects. */
export interface Standing {
  graph: MatchGraph;
  end: Int32Array;
  holding: Holding;
  prices: Prices;
}
