/** How telling each interest is among the placements of one run. Stored with the run, so that it can be repeated. */
export interface IdfSnapshot {
  placements: number;
  /** Thousandths; a rare tag has more. */
  values: Readonly<Record<string, number>>;
}

const THOUSAND = 1000;

/**
 * Inverse document frequency of interests: `1000 ln(1 + N / n)`, rounded, N placements of which n (at least one) carry the tag
 * (Sparck Jones 1972, smoothed).
 */
export function idfOfCounts(counts: { placements: number; carrying: ReadonlyMap<string, number> }): IdfSnapshot {
  const ids = [...counts.carrying.keys()].sort();
  const values = ids.map((id) => [id, telling(counts.placements, counts.carrying.get(id) ?? 1)] as const);
  return { placements: counts.placements, values: Object.fromEntries(values) };
}

/** The weight of an interest, in thousandths; one that no placement carries counts like one that a single one does. */
export function idfWeight(snapshot: IdfSnapshot, interestId: string): number {
  const known = Object.hasOwn(snapshot.values, interestId) ? snapshot.values[interestId] : undefined;
  return known ?? telling(Math.max(1, snapshot.placements), 1);
}

function telling(placements: number, carrying: number): number {
  return Math.round(THOUSAND * Math.log(1 + placements / carrying));
}
