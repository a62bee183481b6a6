import type { Columns } from "./columns";
import type { MatchGraph } from "./graph";
import type { Prices } from "./prices";

/** Who bids what. Placements keep their bids in a heap from `first[p]`, lowest first; the lowest is the price when full. */
export interface Market {
  graph: MatchGraph;
  end: Int32Array;
  columns: Columns;
  first: Int32Array;
  seats: Int32Array;
  pairs: Int32Array;
  prices: Prices;
  bid: Float64Array;
  bidder: Int32Array;
  held: Int32Array;
  edgeOf: Int32Array;
}
