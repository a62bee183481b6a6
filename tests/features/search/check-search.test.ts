import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { checkSearch } from "~/features/search/check-search.server";
import { type Drift, differingIn } from "~/features/search/drift";
import { reindexSearch } from "~/features/search/reindex-search.server";
import { askToRenewSearch, renewSearch } from "~/features/search/renew-search.server";
import { searchPlacements } from "~/features/search/search-placements.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { cast } from "~db/cast";
import { SearchError, type SearchFault, type SearchIndex } from "~search/port";
import { type MeilisearchDouble, startMeilisearchDouble } from "../../support/meilisearch-double/server";
import { student } from "../../support/pursuit-way";
import { wishFor } from "../../support/searching";
import { countRows, openStage, type Stage, valueIn } from "../../support/stage";
import { createTestWiring, type TestWiring } from "../../support/wiring";

let stage: Stage;
let double: MeilisearchDouble;
let wiring: TestWiring;
let listed: string[];
let students: number;
const rowsOf = () => double.indexes.get("throughline-placements")?.rows ?? new Map();

beforeAll(async () => {
  stage = await openStage();
  double = await startMeilisearchDouble();
  const search = { url: double.url, readKey: null, writeKey: null };
  wiring = createTestWiring(stage.database, { env: { search }, connections: 20 });
  const rows = await stage.rows<{ id: string }>(
    "select distinct placement_id as id from listings where state = 'published' order by 1",
  );
  listed = rows.map(({ id }) => id);
  students = await countRows(stage, "students");
});
beforeEach(async () => {
  await stage.clear();
  await reindexSearch(wiring);
});
afterAll(async () => {
  expect(double.faults).toEqual([]);
  await wiring.close();
  await double.stop();
  await stage.close();
});

const inOrder = (drift: Drift) => ({ held: drift.held, differing: differingIn(drift).length });

/** Does the jobs that a check has asked for, as the worker would; answers how many there were. */
async function doRepairs(): Promise<number> {
  const jobs = await stage.rows<{ payload: { districtId: string; placementId: string } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'sync-placement'`,
  );
  for (const { payload } of jobs) await syncPlacement(wiring, payload);
  return jobs.length;
}

test("a reindex fills both engines with what is listed, and then nothing differs", async () => {
  const engines = await reindexSearch(wiring);
  expect(engines).toEqual(
    ["meilisearch", "postgres"].flatMap((engine) => [
      { engine, index: "placements", taken: listed.length, refused: [] },
      { engine, index: "interests", taken: students, refused: [] },
    ]),
  );
  expect((await checkSearch(wiring)).map(inOrder)).toEqual(
    [listed.length, listed.length, students, students].map((held) => ({ held, differing: 0 })),
  );
  expect(await doRepairs()).toBe(0);
});

test("both engines find the same for a student", async () => {
  const ask = async () =>
    valueIn(await searchPlacements(wiring, student("ana"), wishFor({ text: "animals" }))).results.map(
      ({ title }) => title,
    );
  const first = await ask();
  expect(first.length).toBeGreaterThan(0);
  const { degraded } = valueIn(await searchPlacements(wiring, student("ana"), wishFor({ text: "animals" })));
  expect(degraded).toBe(false);
  await double.stop();
  const second = valueIn(await searchPlacements(wiring, student("ana"), wishFor({ text: "animals" })));
  await double.start();
  expect(second.degraded).toBe(true);
  expect(second.results.map(({ title }) => title)).toEqual(expect.arrayContaining(first.slice(0, 1)));
});

test("what is missing, orphaned, stale and unreadable is reported for each engine, put right through the queue, and then in order", async () => {
  const [missing, stale, unreadable, lost] = listed as [string, string, string, string];
  const copy = "01990000-0000-7000-8000-00000000dead";
  rowsOf().delete(missing);
  await stage.rows("update placements set title = title || ' (new)' where id = $1", [stale]);
  rowsOf().set(unreadable, { key: unreadable, title: "written by somebody else" });
  rowsOf().set(copy, { ...rowsOf().get(lost), key: copy, id: copy });
  rowsOf().set("not-ours", { key: "not-ours" });
  await stage.rows("delete from search_documents where id = $1", [lost]);
  await stage.rows("update search_documents set fingerprint = null where id = $1", [unreadable]);

  const [meilisearch, postgres] = (await checkSearch(wiring)) as [Drift, Drift];
  expect(meilisearch).toMatchObject({ missing: [missing], orphaned: [], stale: [stale] });
  expect(meilisearch.unreadable.sort()).toEqual([unreadable, copy, "not-ours"].sort());
  expect(postgres).toMatchObject({ missing: [lost], orphaned: [], stale: [stale], unreadable: [unreadable] });

  // Nobody owns the copy, so there is no row to read again: it is gone at once.
  expect(await doRepairs()).toBe(4);
  const after = await checkSearch(wiring);
  expect(after.slice(0, 2).map(inOrder)).toEqual([
    { held: listed.length, differing: 0 },
    { held: listed.length, differing: 0 },
  ]);
});

test("what somebody changed at an engine is found, whatever its fingerprint says, and put right", async () => {
  const [moved, retitled, emptied] = listed as [string, string, string];
  rowsOf().get(moved).schoolIds = ["01990000-0000-7000-8000-00000000beef"];
  rowsOf().get(retitled).texts.title = ["Something else"];
  rowsOf().get(emptied).facets = {};
  await stage.rows("update search_documents set school_ids = '{}' where id = $1", [moved]);
  await stage.rows(`update search_documents set texts = '{"title": ["Something else"]}' where id = $1`, [retitled]);
  await stage.rows(
    "delete from search_postings p using search_documents d where d.number = p.document_number and d.id = $1",
    [emptied],
  );
  const changed = [moved, retitled, emptied].sort();
  const found = (await checkSearch(wiring)).slice(0, 2);
  expect(found.map(({ unreadable }) => unreadable.sort())).toEqual([changed, changed]);
  expect(await doRepairs()).toBe(3);
  for (const drift of await checkSearch(wiring)) expect(differingIn(drift)).toEqual([]);
});

test("a placement that changed without a job is stale, one that nobody lists any more is orphaned", async () => {
  const [changed, unlisted] = listed as [string, string];
  await stage.rows("update placements set title = title || ' (new)' where id = $1", [changed]);
  const before = await stage.rows<{ id: string }>(
    "update listings set state = 'paused' where placement_id = $1 and state = 'published' returning id",
    [unlisted],
  );
  for (const drift of (await checkSearch(wiring)).slice(0, 2))
    expect([drift.stale, drift.orphaned, drift.missing]).toEqual([[changed], [unlisted], []]);
  await doRepairs();
  for (const drift of await checkSearch(wiring)) expect(differingIn(drift)).toEqual([]);
  await stage.rows("update listings set state = 'published' where id = any($1)", [before.map(({ id }) => id)]);
  await stage.rows("update placements set title = replace(title, ' (new)', '') where id = $1", [changed]);
});

test("only an index made with other settings, or none, is built anew", async () => {
  expect(await renewSearch(wiring)).toEqual([]);
  await stage.rows("update search_indexes set built_with = 'an older version'");
  expect((await renewSearch(wiring)).map(({ engine }) => engine)).toEqual(["postgres", "postgres"]);
  double.indexes.clear();
  expect((await renewSearch(wiring)).map(({ engine }) => engine)).toEqual(["meilisearch", "meilisearch"]);
  expect(rowsOf().size).toBeGreaterThanOrEqual(listed.length);
  expect(await renewSearch(wiring)).toEqual([]);
});

test("while an engine is away a check fails, so that its job comes again, and a reindex still serves the other one", async () => {
  await double.stop();
  await expect(checkSearch(wiring)).rejects.toMatchObject({ fault: "engine_down" });
  await stage.rows("update search_documents set fingerprint = null");
  await expect(reindexSearch(wiring)).rejects.toMatchObject({ fault: "engine_down" });
  await double.start();
  for (const drift of await checkSearch(wiring)) expect(differingIn(drift)).toEqual([]);
});

test("while an engine is away the one that stands in for it is still compared, reported and put right", async () => {
  const [lost] = listed as [string];
  const nobodys = "01990000-0000-4000-8000-00000000dead";
  const [, postgres] = wiring.searchEngines as [SearchIndex, SearchIndex];
  await stage.rows("delete from search_checks");
  await stage.rows("delete from search_documents where id = $1", [lost]);
  const empty = { schoolIds: [cast.ana.schoolId], texts: {}, facets: {}, numbers: {}, point: null };
  await postgres.put("interests", [{ ...empty, id: nobodys, version: 1 }]);
  await double.stop();
  wiring.lines.length = 0;
  try {
    await expect(checkSearch(wiring)).rejects.toMatchObject({ fault: "engine_down" });
  } finally {
    await double.start();
  }
  expect(await stage.rows("select engine, index_name, missing, orphaned from search_checks order by 2 desc")).toEqual([
    { engine: "postgres", index_name: "placements", missing: 1, orphaned: 0 },
    { engine: "postgres", index_name: "interests", missing: 0, orphaned: 1 },
  ]);
  expect(wiring.lines.filter(({ message }) => message.includes("could not be compared"))).toHaveLength(2);
  expect(await stage.rows("select 1 from search_documents where id = $1 and not removed", [nobodys])).toEqual([]);
  expect(await doRepairs()).toBe(1);
  for (const drift of await checkSearch(wiring)) expect(differingIn(drift)).toEqual([]);
});

test("an engine that is away keeps the one that stands in for it from nothing: it is filled, and the page finds", async () => {
  await double.stop();
  await stage.rows("truncate search_documents, search_terms, search_postings, search_indexes");
  await expect(renewSearch(wiring)).rejects.toMatchObject({ fault: "engine_down" });
  const found = valueIn(await searchPlacements(wiring, student("ana"), wishFor({ text: "animals" })));
  await double.start();
  expect([found.degraded, found.total > 0]).toEqual([true, true]);
});

test("each engine that does not answer is named in the log, also where another one cannot be built", async () => {
  const away = (fault: SearchFault) => () => Promise.reject(new SearchError(fault, "away"));
  const [meilisearch, postgres] = wiring.searchEngines as [SearchIndex, SearchIndex];
  const searchEngines = [
    { ...meilisearch, isCurrent: away("engine_down") },
    { ...postgres, isCurrent: async () => false, rebuild: away("engine_unfit") },
  ];
  wiring.lines.length = 0;
  await expect(renewSearch({ ...wiring, searchEngines })).rejects.toBeInstanceOf(SearchError);
  const logged = wiring.lines.filter(({ level }) => level === "error");
  expect(logged.map(({ fields }) => [fields?.engine, fields?.kind])).toEqual([
    ["meilisearch", "placements"],
    ["meilisearch", "interests"],
    ["postgres", "placements"],
    ["postgres", "interests"],
  ]);
});

test("asking for a renewal twice is one job", async () => {
  await askToRenewSearch(wiring);
  await askToRenewSearch(wiring);
  expect(await stage.rows("select key from graphile_worker._private_jobs where key = 'renew-search'")).toHaveLength(1);
});

test("a placement of one school is never read for another: a document names only the schools that list it", async () => {
  const ofHarbor = await stage.rows<{ id: string }>(
    `select placement_id as id from listings where school_id = $1 and state = 'published'
      except select placement_id from listings where school_id = $2 and state = 'published'`,
    [cast.keisha.schoolId, cast.ana.schoolId],
  );
  for (const { id } of ofHarbor) expect(rowsOf().get(id)?.schoolIds).toEqual([cast.keisha.schoolId]);
});
