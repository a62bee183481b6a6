import type { InstanceFault, Ranking } from "./instance";

/** A ranking as tiers of positions; a fault where it names somebody unknown or twice. */
export function tiersOf(
  ranking: Ranking,
  { positions, pointer }: { positions: ReadonlyMap<string, number>; pointer: string },
): { ok: true; value: number[][] } | { ok: false; fault: InstanceFault } {
  const seen = new Set<string>();
  const tiers: number[][] = [];
  for (const [at, entry] of ranking.entries()) {
    const isTie = typeof entry !== "string";
    const tier: number[] = [];
    for (const [inner, id] of (isTie ? entry : [entry]).entries()) {
      const here = isTie ? `${pointer}/${at}/${inner}` : `${pointer}/${at}`;
      const position = positions.get(id);
      if (position === undefined)
        return { ok: false, fault: { pointer: here, problem: `names nobody: ${JSON.stringify(id)}` } };
      if (seen.has(id)) return { ok: false, fault: { pointer: here, problem: `stands twice: ${JSON.stringify(id)}` } };
      seen.add(id);
      tier.push(position);
    }
    tiers.push(tier);
  }
  return { ok: true, value: tiers };
}
