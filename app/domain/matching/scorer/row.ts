/** A student against all placements they may be matched with. Overwritten by the next student's: read it before. */
export interface Row {
  count: number;
  /** Positions of the placements, rising; beyond `count` is what earlier rows left. */
  place: Int32Array;
  /** `u` and `v` of each. */
  forStudent: Int32Array;
  forPlacement: Int32Array;
  /** What the sums of a block are made of on the way. */
  best: Int32Array;
  covered: Float64Array;
  nearest: Int32Array;
}

/** So many pairs at once that what is worked out for them stays in the nearest cache. */
export const BLOCK = 256;

export function newRow(placements: number): Row {
  return {
    count: 0,
    place: new Int32Array(placements),
    forStudent: new Int32Array(placements),
    forPlacement: new Int32Array(placements),
    best: new Int32Array(BLOCK),
    covered: new Float64Array(BLOCK),
    nearest: new Int32Array(BLOCK),
  };
}

/** Where a placement stands in the row; -1 for one that is not open. */
export function indexIn({ place, count }: Row, position: number): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = place[middle] as number;
    if (at === position) return middle;
    if (at < position) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
