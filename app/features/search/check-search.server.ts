import type { Wiring } from "~/wiring";
import { noteSearchCheck } from "~db/operations.server";
import { withSystem } from "~db/scope.server";
import { fingerprintOf } from "~search/fingerprint";
import type { EngineName, SearchIndex } from "~search/port";
import { INDEXED, type Indexed } from "./indexed.server";
import { renewSearch } from "./renew-search.server";

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
  /** In the index, in a shape that is not ours. */
  unreadable: string[];
}

interface Expected {
  owner: unknown;
  /** Null for what should not be in the index. */
  fingerprint: string | null;
}

/**
 * Compares every index of every engine with the rows, and gives each document that differs a job that puts it right: a change
 * that was lost on the way is found after a day at most. An index made with other settings is built anew before. Throws when an
 * engine is away: the job comes again.
 */
export async function checkSearch(wiring: Wiring): Promise<Drift[]> {
  await renewSearch(wiring);
  const drifts: Drift[] = [];
  for (const indexed of INDEXED) {
    const expected = await readExpected(wiring, indexed);
    const found: Drift[] = [];
    for (const search of wiring.searchEngines) found.push(await compare(search, indexed, expected));
    for (const { engine, index, held, ...lists } of found) {
      const counts = Object.fromEntries(Object.entries(lists).map(([kind, ids]) => [kind, ids.length]));
      wiring.log.info(
        { engine, kind: index, counts: { held, ...counts } },
        "a search index was compared with the rows",
      );
    }
    await withSystem(wiring, async (tx) => {
      for (const drift of found) await noteSearchCheck(tx, reportOf(drift, wiring.clock.now()));
    });
    await repair(wiring, { indexed, drifts: found, expected });
    drifts.push(...found);
  }
  return drifts;
}

const reportOf = ({ engine, index, held, missing, orphaned, stale, unreadable }: Drift, checkedAt: Date) => ({
  engine,
  index_name: index,
  checkedAt,
  held,
  missing: missing.length,
  orphaned: orphaned.length,
  stale: stale.length,
  unreadable: unreadable.length,
});

/** Number of differences. */
export const driftCount = ({ missing, orphaned, stale, unreadable }: Drift): number =>
  missing.length + orphaned.length + stale.length + unreadable.length;

async function readExpected(wiring: Wiring, indexed: Indexed): Promise<Map<string, Expected>> {
  const expected = new Map<string, Expected>();
  for await (const { owner, ids, documents } of indexed.readAll(wiring)) {
    for (const id of ids) expected.set(id, { owner, fingerprint: null });
    for (const document of documents) expected.set(document.id, { owner, fingerprint: fingerprintOf(document) });
  }
  return expected;
}

async function compare(
  search: SearchIndex,
  { index }: Indexed,
  expected: ReadonlyMap<string, Expected>,
): Promise<Drift> {
  const { engine } = search.capabilities;
  const drift: Drift = { engine, index, held: 0, missing: [], orphaned: [], stale: [], unreadable: [] };
  const missing = new Set([...expected].flatMap(([id, { fingerprint }]) => (fingerprint === null ? [] : [id])));
  for await (const page of search.holdings(index)) {
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

interface Differing {
  indexed: Indexed;
  drifts: readonly Drift[];
  expected: ReadonlyMap<string, Expected>;
}

/** The job reads the row again: what should be there is put, what should not is removed, whatever the index held. */
async function repair(wiring: Wiring, { indexed, drifts, expected }: Differing) {
  const differing = new Set(
    drifts.flatMap(({ missing, orphaned, stale, unreadable }) => [missing, orphaned, stale, unreadable].flat()),
  );
  const [some] = expected.values();
  const foreign: string[] = [];
  await withSystem(wiring, async (tx) => {
    for (const id of differing) {
      // What nobody knows is removed under any owner.
      const owner = (expected.get(id) ?? some)?.owner;
      if (!owner || !UUID.test(id)) foreign.push(id);
      else await indexed.queueSync(tx, owner, id);
    }
  });
  if (foreign.length === 0) return;
  // No row can have such an id, so there is nothing to read again, and nothing newer to come.
  const version = Number.MAX_SAFE_INTEGER;
  await wiring.search.remove(
    indexed.index,
    foreign.map((id) => ({ id, version })),
  );
}
