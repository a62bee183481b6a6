/**
 * The highest value from each slot to the end of its segment, where segment n is slots `start[n]` to `start[n + 1]`,
 * exclusive. A walk along a segment may stop where not even this could matter.
 */
export function highestAhead(start: Int32Array, value: Int32Array): Int32Array {
  const ahead = new Int32Array(value.length);
  for (let n = 0; n + 1 < start.length; n += 1) renewHighestAhead(ahead, value, { start, segment: n });
  return ahead;
}

/** The same for one segment whose values have changed. */
export function renewHighestAhead(
  ahead: Int32Array,
  value: Int32Array,
  { start, segment }: { start: Int32Array; segment: number },
): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = (start[segment + 1] as number) - 1; at >= (start[segment] as number); at -= 1) {
    if ((value[at] as number) > highest) highest = value[at] as number;
    ahead[at] = highest;
  }
}
