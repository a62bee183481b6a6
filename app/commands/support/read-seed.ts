/** A whole number as people write it, or null: `0x10` and `1e3` are seeds too, but not the ones that were meant. */
export function readSeed(text: string): number | null {
  const seed = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(seed) ? seed : null;
}
