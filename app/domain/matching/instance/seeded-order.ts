import { compareIds } from "../rank";
import { tieKey } from "../tie-key";

/** Ids in the order in which a run breaks ties. */
export interface SeededOrder {
  ids: string[];
  /** From a place in this order to the place in the file, and back. */
  from: Int32Array;
  rank: Int32Array;
}

/** By the seeded key, then by id: the same for rows in any order. */
export function seededOrder(ids: readonly string[], seed: number): SeededOrder {
  const keys = Float64Array.from(ids, (id) => tieKey(seed, id));
  const from = Int32Array.from(ids, (_, at) => at);
  from.sort((a, b) => (keys[a] as number) - (keys[b] as number) || compareIds(ids[a] as string, ids[b] as string));
  const rank = new Int32Array(ids.length);
  from.forEach((at, place) => {
    rank[at] = place;
  });
  return { ids: Array.from(from, (at) => ids[at] as string), from, rank };
}
