import type { IdfSnapshot } from "~/domain/matching/idf";
import { readIdf } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { findIndexChange } from "~db/index-rows.server";
import type { ScopeTx } from "~db/scope.server";
import { PLACEMENTS } from "~search/placement-document";

/** What the index said of its last change when the listings of a school were counted. */
interface Kept {
  changed: string;
  idf: IdfSnapshot;
}

const kept = new WeakMap<Wiring["db"], Map<string, Kept>>();

/**
 * How telling each interest is at a school, counted anew where the index of placements has changed since: it changes behind
 * every listing. So what a search says of a fit is as old as what it finds, at most.
 */
export async function readKeptIdf(tx: ScopeTx, { db }: Pick<Wiring, "db">, schoolId: string): Promise<IdfSnapshot> {
  // Read before the listings: counts that are newer than the mark are counted once more, older ones do not come up.
  const changed = await findIndexChange(tx, PLACEMENTS);
  const ofSchools = kept.get(db) ?? new Map<string, Kept>();
  const known = ofSchools.get(schoolId);
  if (known && known.changed === changed) return known.idf;
  const idf = await readIdf(tx, schoolId);
  if (changed !== null) kept.set(db, ofSchools.set(schoolId, { changed, idf }));
  return idf;
}
