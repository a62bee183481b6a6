/** A seeded number for breaking ties: FNV-1a over seed and id, 32 bits. The same everywhere, for ever. */
export function tieKey(seed: number, id: string): number {
  let hash = 0x811c9dc5;
  const text = `${seed}:${id}`;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
