/** Positions as bits, 32 to a word. */
export type BitSet = Int32Array;

export function bitSetOf(count: number, has: (at: number) => boolean): BitSet {
  const bits = new Int32Array((count + 31) >> 5);
  for (let at = 0; at < count; at += 1) if (has(at)) bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31));
  return bits;
}

export function removeBit(bits: BitSet, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) & ~(1 << (at & 31));
}

/** Writes the positions in rising order; returns how many. */
export function listBits(bits: BitSet, into: Int32Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1)
    for (let left = bits[word] as number; left !== 0; left &= left - 1)
      into[count++] = (word << 5) + 31 - Math.clz32(left & -left);
  return count;
}
