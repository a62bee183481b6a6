import type { EngineName, Holding } from "~search/port";

/** How an index differs from the rows; ids of its documents. */
export interface Drift {
  engine: EngineName;
  index: string;
  held: number;
  /** Should be found, and is not in the index. */
  missing: string[];
  /** In the index, and no row wants it there. */
  orphaned: string[];
  /** In the index, with something else than the rows say now. */
  stale: string[];
  /** In the index, and not as it was written: in a shape that is not ours, changed at the engine, or without all its words. */
  unreadable: string[];
}

export interface Expected {
  owner: unknown;
  /** Null for what should not be in the index. */
  fingerprint: string | null;
}

interface Sides {
  held: readonly Holding[];
  expected: ReadonlyMap<string, Expected>;
}

/** Compares what an index holds with what the rows say. */
export function driftOf(of: Pick<Drift, "engine" | "index">, { held, expected }: Sides): Drift {
  const drift: Drift = { ...of, held: held.length, missing: [], orphaned: [], stale: [], unreadable: [] };
  const missing = new Set([...expected].flatMap(([id, { fingerprint }]) => (fingerprint === null ? [] : [id])));
  for (const { id, fingerprint } of held) {
    const wanted = expected.get(id)?.fingerprint ?? null;
    missing.delete(id);
    if (fingerprint === null) drift.unreadable.push(id);
    else if (wanted === null) drift.orphaned.push(id);
    else if (wanted !== fingerprint) drift.stale.push(id);
  }
  drift.missing.push(...missing);
  return drift;
}

/** Ids of everything that differs. */
export const differingIn = ({ missing, orphaned, stale, unreadable }: Drift): string[] => [
  ...missing,
  ...orphaned,
  ...stale,
  ...unreadable,
];
