import type { Wiring } from "~/wiring";
import { readVersion } from "~db/index-rows.server";
import { noteEngineVersion, noteSearchCheck } from "~db/operations.server";
import { withSystem } from "~db/scope.server";
import { fingerprintOf } from "~search/fingerprint";
import type { EngineName, Holding, SearchIndex } from "~search/port";
import { type Drift, differingIn, driftOf, type Expected } from "./drift";
import { INDEXED, type Indexed } from "./indexed.server";
import { renewSearch } from "./renew-search.server";

/** What the worker does each night; an engine that could not be compared is thrown after the others: the job comes again. */
export async function checkSearch(wiring: Wiring): Promise<Drift[]> {
  const { drifts, errors } = await compareIndexes(wiring);
  if (errors.length > 0) throw errors[0];
  return drifts;
}

/**
 * Compares every index of every engine with the rows, and gives each document that differs a job that puts it right: a change
 * that was lost on the way is found after a day at most. An index made with other settings is built anew before. An engine that
 * is away keeps none of the others from being looked at; it is logged, and its errors stand beside what was found.
 */
export async function compareIndexes(wiring: Wiring): Promise<{ drifts: Drift[]; errors: unknown[] }> {
  const errors: unknown[] = [];
  const noteError = (err: unknown) => void errors.push(err);
  await renewSearch(wiring).catch(noteError);
  for (const search of wiring.searchEngines) {
    await noteVersion(wiring, search).catch(noteError);
    await search.sweep(wiring.clock.now()).catch(noteError);
  }
  const drifts: Drift[] = [];
  for (const indexed of INDEXED) {
    const { found, ...sides } = await compare(wiring, indexed, noteError);
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
    await repair(wiring, { indexed, ids: new Set(found.flatMap(differingIn)), ...sides }).catch(noteError);
    drifts.push(...found);
  }
  return { drifts, errors };
}

/** Engines are upgraded under running processes, the database too. */
async function noteVersion(wiring: Wiring, { capabilities: { engine }, version }: SearchIndex): Promise<void> {
  const found = { engine, version: await version(), now: wiring.clock.now() };
  await withSystem(wiring, (tx) => noteEngineVersion(tx, found));
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

interface Compared {
  found: Drift[];
  expected: ReadonlyMap<string, Expected>;
  /** Nothing the comparison knows of the rows is older. */
  version: number;
}

/** Of the engines that answer. What differs is looked at twice, so that nothing counts that changed meanwhile. */
async function compare(wiring: Wiring, indexed: Indexed, onError: (error: unknown) => void): Promise<Compared> {
  const first = await lookAt(wiring, indexed, onError);
  const ids = new Set(first.found.flatMap(differingIn));
  return ids.size === 0 ? first : lookAgain(wiring, indexed, { first, ids, onError });
}

/** The rows are read first, so what an index holds beside them may be newer: its rows are read once more. */
async function lookAt(wiring: Wiring, indexed: Indexed, onError: (error: unknown) => void): Promise<Compared> {
  const expected = await readExpected(wiring, indexed);
  const holdings = await readHoldings(wiring, indexed, { engines: wiring.searchEngines, onError });
  const beside = holdings.flatMap(({ held }) => held.map(({ id }) => id)).filter((id) => !expected.has(id));
  const { version, late } = await readLate(wiring, indexed, new Set(beside));
  for (const [id, one] of late) expected.set(id, one);
  const found = holdings.map(({ engine, held }) => driftOf({ engine, index: indexed.index }, { held, expected }));
  return { found, expected, version };
}

interface Again {
  first: Compared;
  /** What differed. */
  ids: ReadonlySet<string>;
  onError(error: unknown): void;
}

/**
 * What differs still, though its row says what it said before. The rows are read last here: what changed between the two
 * looks is told by them, and has a job of its own.
 */
async function lookAgain(wiring: Wiring, indexed: Indexed, { first, ids, onError }: Again): Promise<Compared> {
  const answered = first.found.map(({ engine }) => engine);
  const engines = wiring.searchEngines.filter(({ capabilities }) => answered.includes(capabilities.engine));
  const holdings = await readHoldings(wiring, indexed, { engines, ids, onError });
  const { version, late } = await readLate(wiring, indexed, ids);
  const before = (id: string) => first.expected.get(id);
  const isSame = (id: string) => (late.get(id)?.fingerprint ?? null) === (before(id)?.fingerprint ?? null);
  const expected = new Map([...first.expected].filter(([id]) => ids.has(id) && isSame(id)));
  const found = holdings.map(({ engine, held }) => {
    const drift = driftOf({ engine, index: indexed.index }, { held: held.filter(({ id }) => isSame(id)), expected });
    return { ...drift, held: first.found.find((one) => one.engine === engine)?.held ?? 0 };
  });
  return { found, expected, version };
}

interface Holdings {
  engine: EngineName;
  held: Holding[];
}

interface ToRead {
  engines: readonly SearchIndex[];
  /** Without them: all. */
  ids?: ReadonlySet<string>;
  onError(error: unknown): void;
}

/** What each of the engines that answer holds. */
async function readHoldings(
  wiring: Wiring,
  { index }: Indexed,
  { engines, ids, onError }: ToRead,
): Promise<Holdings[]> {
  const all: Holdings[] = [];
  for (const search of engines) {
    const { engine } = search.capabilities;
    const held: Holding[] = [];
    try {
      for await (const page of search.holdings(index)) held.push(...page.filter(({ id }) => ids?.has(id) ?? true));
      all.push({ engine, held });
    } catch (err) {
      wiring.log.error({ engine, kind: index, err }, "a search index could not be compared with the rows");
      onError(err);
    }
  }
  return all;
}

async function readExpected(wiring: Wiring, indexed: Indexed): Promise<Map<string, Expected>> {
  const expected = new Map<string, Expected>();
  for await (const { owner, ids, documents } of indexed.readAll(wiring)) {
    for (const id of ids) expected.set(id, { owner, fingerprint: null });
    for (const document of documents) expected.set(document.id, { owner, fingerprint: fingerprintOf(document) });
  }
  return expected;
}

/** As many ids as one query takes. */
const PORTION = 500;

/** What the rows of every owner say now of some ids. */
async function readLate(wiring: Wiring, indexed: Indexed, all: ReadonlySet<string>) {
  const version = await withSystem(wiring, readVersion);
  const late = new Map<string, Expected>();
  const ids = [...all].filter(isUuid);
  if (ids.length === 0) return { version, late };
  for (const owner of await indexed.listOwners(wiring))
    for (let start = 0; start < ids.length; start += PORTION)
      for (const document of await indexed.read(wiring, owner, ids.slice(start, start + PORTION)))
        late.set(document.id, { owner, fingerprint: fingerprintOf(document) });
  return { version, late };
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

interface Differing extends Omit<Compared, "found"> {
  indexed: Indexed;
  ids: ReadonlySet<string>;
}

/**
 * The job of the owner reads the row again: what should be there is put, what should not is removed, whatever the index
 * held. What is nobody's has no such job, since it would not see the row of another owner that comes in between: it is
 * removed as of the moment in which nobody had it.
 */
async function repair(wiring: Wiring, { indexed, ids, expected, version }: Differing): Promise<void> {
  const nobodys: string[] = [];
  await withSystem(wiring, async (tx) => {
    for (const id of ids) {
      const owner = expected.get(id)?.owner;
      if (owner) await indexed.queueSync(tx, owner, id);
      else nobodys.push(id);
    }
  });
  if (nobodys.length === 0) return;
  // No row can have an id that is none, so there is nothing newer to come, whatever version it claims.
  const removals = nobodys.map((id) => ({ id, version: isUuid(id) ? version : Number.MAX_SAFE_INTEGER }));
  await wiring.search.remove(indexed.index, removals);
}
