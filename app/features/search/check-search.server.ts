import type { Wiring } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { fingerprintOf } from "~search/fingerprint";
import { PLACEMENTS } from "~search/placement-document";
import type { EngineName, SearchIndex } from "~search/port";
import { readAllDocuments } from "./read-documents.server";
import { renewSearch } from "./renew-search.server";

/** How an index differs from the rows; ids of placements. */
export interface Drift {
  engine: EngineName;
  held: number;
  /** Listed, and not in the index. */
  missing: string[];
  /** In the index, and listed nowhere. */
  orphaned: string[];
  /** In the index, with something else than the rows say now. */
  stale: string[];
  /** In the index, in a shape that is not ours. */
  unreadable: string[];
}

interface Expected {
  districtId: string;
  /** Null for a placement that no school lists. */
  fingerprint: string | null;
}

/**
 * Compares every engine's index with the rows, and gives each placement that differs a job that puts it right: a change that
 * was lost on the way is found after a day at most. An index made with other settings is built anew before. Throws when an
 * engine is away: the job comes again.
 */
export async function checkSearch(wiring: Wiring): Promise<Drift[]> {
  await renewSearch(wiring);
  const expected = await readExpected(wiring);
  const drifts: Drift[] = [];
  for (const search of wiring.searchEngines) {
    const drift = await compare(search, expected);
    const { engine, held, ...lists } = drift;
    const counts = Object.fromEntries(Object.entries(lists).map(([kind, ids]) => [kind, ids.length]));
    wiring.log.info({ engine, counts: { held, ...counts } }, "a search index was compared with the rows");
    drifts.push(drift);
  }
  await repair(wiring, drifts, expected);
  return drifts;
}

/** Number of differences. */
export const driftCount = ({ missing, orphaned, stale, unreadable }: Drift): number =>
  missing.length + orphaned.length + stale.length + unreadable.length;

async function readExpected(wiring: Wiring): Promise<Map<string, Expected>> {
  const expected = new Map<string, Expected>();
  for await (const { districtId, placementIds, documents } of readAllDocuments(wiring)) {
    for (const id of placementIds) expected.set(id, { districtId, fingerprint: null });
    for (const document of documents) expected.set(document.id, { districtId, fingerprint: fingerprintOf(document) });
  }
  return expected;
}

async function compare(search: SearchIndex, expected: ReadonlyMap<string, Expected>): Promise<Drift> {
  const { engine } = search.capabilities;
  const drift: Drift = { engine, held: 0, missing: [], orphaned: [], stale: [], unreadable: [] };
  const missing = new Set([...expected].flatMap(([id, { fingerprint }]) => (fingerprint === null ? [] : [id])));
  for await (const page of search.holdings(PLACEMENTS)) {
    drift.held += page.length;
    for (const { id, fingerprint } of page) {
      const wanted = expected.get(id)?.fingerprint ?? null;
      missing.delete(id);
      if (fingerprint === null) drift.unreadable.push(id);
      else if (wanted === null) drift.orphaned.push(id);
      else if (wanted !== fingerprint) drift.stale.push(id);
    }
  }
  drift.missing.push(...missing);
  return drift;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The job reads the rows again: what is listed is put, what is not is removed, whatever the index held. */
async function repair(wiring: Wiring, drifts: readonly Drift[], expected: ReadonlyMap<string, Expected>) {
  const differing = new Set(
    drifts.flatMap(({ missing, orphaned, stale, unreadable }) => [missing, orphaned, stale, unreadable].flat()),
  );
  const [some] = expected.values();
  const foreign: string[] = [];
  await withSystem(wiring, async (tx) => {
    for (const placementId of differing) {
      // What no district knows is removed under any of them.
      const districtId = (expected.get(placementId) ?? some)?.districtId;
      if (!districtId || !UUID.test(placementId)) foreign.push(placementId);
      else await enqueue(tx, "sync-placement", { districtId, placementId }, { jobKey: `repair:${placementId}` });
    }
  });
  if (foreign.length === 0) return;
  // No row can have such an id, so there is nothing to read again, and nothing newer to come.
  const version = Number.MAX_SAFE_INTEGER;
  await wiring.search.remove(
    PLACEMENTS,
    foreign.map((id) => ({ id, version })),
  );
}
