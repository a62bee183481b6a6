import type { PlacementEvidence } from "./evidence";

/** How telling each interest is among the placements of one run. Stored with the run, so that it can be repeated. */
export interface IdfSnapshot {
  placements: number;
  /** Thousandths; a rare tag has more. */
  values: Readonly<Record<string, number>>;
}

const THOUSAND = 1000;

/**
 * Inverse document frequency of interests: `1000 ln(1 + N / n)`, rounded, N placements of which n carry the tag
 * (Sparck Jones 1972, smoothed). Unpublished placements count as well, so that pausing one moves no score.
 */
export function idfOf(placements: readonly Pick<PlacementEvidence, "interests">[]): IdfSnapshot {
  const carrying = new Map<string, number>();
  for (const { interests } of placements)
    for (const id of new Set(interests)) carrying.set(id, (carrying.get(id) ?? 0) + 1);
  return idfOfCounts({ placements: placements.length, carrying });
}

/** The same from counts: so many placements, so many of them carrying each interest (at least one). */
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
