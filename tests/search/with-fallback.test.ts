import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type Search, SearchError, type SearchIndex } from "~search/port";
import { withFallback } from "~search/with-fallback";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { type MeilisearchDouble, startMeilisearchDouble } from "../support/meilisearch-double/server";
import { faultOf } from "./contract/under-test";
import { ask, INDEX, idsOf, LAKEVIEW, makeDocument, type OpenIndex, openPostgresIndex } from "./documents";
import { connect } from "./meilisearch";

let database: TestDatabase;
let postgres: OpenIndex;
let double: MeilisearchDouble;
let meilisearch: SearchIndex;
let search: Search;
let changes: string[];
let degraded: string[];
/** What the processes have noted of the first engine. */
let lacks: boolean;
let taken: number;

const documents = ["Kelp forest diver", "Kelp kitchen"].map((title) => makeDocument({ title }));
const ids = documents.map(({ id }) => id).sort();
const kelp = () => ask(search, { text: "kelp" });
const asked = () => double.requests.filter((request) => request.endsWith("/multi-search")).length;

beforeAll(async () => {
  database = await createTestDatabase();
  postgres = openPostgresIndex(database.webUrl);
  double = await startMeilisearchDouble();
});
beforeEach(async () => {
  meilisearch = connect({ url: double.url, answerMs: 2_000, taskMs: 2_000, prefix: "test-" });
  changes = [];
  degraded = [];
  lacks = false;
  taken = 0;
  search = withFallback({
    first: meilisearch,
    second: postgres.search,
    onChange: ({ state }) => changes.push(state),
    onDegraded: (cause) => degraded.push(typeof cause === "string" ? cause : cause.fault),
    lacksChanges: async () => lacks,
    onTaken: async () => {
      taken += 1;
    },
    restMs: 60_000,
  });
  await meilisearch.rebuild(INDEX, [documents]);
  await postgres.search.rebuild(INDEX, [documents]);
  double.requests.length = 0;
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await double.stop();
  await postgres.close();
  await database.drop();
});

it("asks the first engine as long as it answers", async () => {
  expect(await kelp()).toMatchObject({ served: "meilisearch", degraded: false, total: 2 });
  const counted = await search.count(INDEX, { schoolId: LAKEVIEW });
  expect(counted).toEqual({ count: 2, served: "meilisearch", degraded: false });
  expect(changes).toEqual([]);
});

it("names the values of a facet and counts from the second engine in an outage, and says so", async () => {
  const named = makeDocument({ texts: { organisation: ["Kelp Works"] }, facets: { organisation: ["o-kelp"] } });
  await search.put(INDEX, [named]);
  const namedSo = () => ask(search, { named: { facet: "organisation", name: "works", limit: 5 } });
  const totals = () => search.totals(INDEX, { scope: { schoolId: LAKEVIEW }, each: [{ parts: [], without: [] }] });
  const values = [{ value: "o-kelp", count: 1 }];
  expect(await namedSo()).toMatchObject({ named: values, served: "meilisearch", degraded: false });
  expect(await totals()).toEqual({ totals: [3], served: "meilisearch", degraded: false });
  await double.stop();
  expect(await namedSo()).toMatchObject({ named: values, served: "postgres", degraded: true });
  expect(await totals()).toEqual({ totals: [3], served: "postgres", degraded: true });
  await double.start();
  await search.remove(INDEX, [{ id: named.id, version: 2 }]);
});

it("answers every question of an outage from the second, says so, stops waiting for the first, and comes back to it", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await double.stop();
  for (let time = 1; time <= 5; time += 1) {
    const answer = await kelp();
    expect(answer).toMatchObject({ served: "postgres", degraded: true, total: 2 });
    expect(idsOf(answer).sort()).toEqual(ids);
  }
  expect(changes).toEqual(["resting"]);
  expect(degraded).toEqual(["engine_down", "engine_down", "engine_down", "resting", "resting"]);
  await double.start();
  expect(await kelp()).toMatchObject({ degraded: true });
  expect(asked()).toBe(0);
  vi.setSystemTime(Date.now() + 61_000);
  expect(await kelp()).toMatchObject({ served: "meilisearch", degraded: false, total: 2 });
  expect(changes).toEqual(["resting", "back"]);
});

it("goes on resting when the first is still away at the end of a rest", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await double.stop();
  for (let time = 1; time <= 3; time += 1) await kelp();
  vi.setSystemTime(Date.now() + 61_000);
  expect(await kelp()).toMatchObject({ degraded: true, total: 2 });
  await double.start();
  expect(await kelp()).toMatchObject({ degraded: true, total: 2 });
  expect(asked()).toBe(0);
});

it("never shows the emptiness of an index that was lost", async () => {
  double.indexes.clear();
  expect(await kelp()).toMatchObject({ served: "postgres", degraded: true, total: 2 });
  expect(await search.count(INDEX, { schoolId: LAKEVIEW })).toEqual({ count: 2, served: "postgres", degraded: true });
});

it("takes a mistake in the question for what it is: no fallback, no outage", async () => {
  for (let time = 1; time <= 5; time += 1)
    expect(await faultOf(ask(search, { facets: ["shoe_size"] }))).toBe("unknown_field");
  expect(changes).toEqual([]);
});

it("answers a single question that the first does not take from the second, and goes on asking the first", async () => {
  for (let time = 1; time <= 5; time += 1) {
    double.troubles.requests.push({ status: 400 });
    expect(await kelp()).toMatchObject({ served: "postgres", degraded: true, total: 2 });
    expect(await kelp()).toMatchObject({ served: "meilisearch", degraded: false });
  }
  for (let time = 1; time <= 5; time += 1) {
    double.troubles.requests.push({ status: 400 });
    expect(await kelp()).toMatchObject({ degraded: true });
  }
  expect(await kelp()).toMatchObject({ served: "meilisearch", degraded: false });
  expect(degraded).toEqual(Array.from({ length: 10 }, () => "question_refused"));
  expect(changes).toEqual([]);
});

it("fails when nobody answers, instead of showing nothing", async () => {
  const nobody = openPostgresIndex("postgres://app_web@127.0.0.1:1/none", 1);
  const alone = withFallback({
    first: meilisearch,
    second: nobody.search,
    onChange: () => {},
    onDegraded: () => {},
    lacksChanges: async () => false,
    onTaken: async () => {},
  });
  double.troubles.requests.push({ status: 503 });
  expect(await faultOf(ask(alone, { text: "kelp" }))).toBe("engine_down");
  await nobody.close();
});

it("writes to both, and to the second also while the first is away, and then says that it has to come again", async () => {
  const late = makeDocument({ title: "Kelp drying" });
  await double.stop();
  expect(await faultOf(search.put(INDEX, [late]))).toBe("engine_down");
  expect((await kelp()).total).toBe(3);
  await double.start();
  await search.put(INDEX, [late]);
  expect(await kelp()).toMatchObject({ served: "meilisearch", total: 3 });
  await search.remove(INDEX, [{ id: late.id, version: 2 }]);
  expect((await ask(postgres.search, { text: "kelp" })).total).toBe(2);
  expect((await kelp()).total).toBe(2);
});

it("after two writes that a first engine did not finish, writes reach the second at once, and come to the first again after a rest", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const late = makeDocument({ title: "Kelp drying" });
  for (let time = 1; time <= 2; time += 1) {
    double.troubles.next.push("canceled");
    expect(await faultOf(search.put(INDEX, [late]))).toBe("engine_down");
  }
  double.requests.length = 0;
  expect(await faultOf(search.remove(INDEX, [{ id: late.id, version: 2 }]))).toBe("engine_down");
  expect(double.requests).toEqual([]);
  expect(idsOf(await ask(postgres.search, { text: "kelp" })).sort()).toEqual(ids);
  expect(taken).toBe(0);
  // What the first would find stands still.
  expect(await kelp()).toMatchObject({ served: "postgres", degraded: true });
  expect(degraded).toEqual(["behind"]);
  vi.setSystemTime(Date.now() + 61_000);
  await search.remove(INDEX, [{ id: late.id, version: 2 }]);
  expect(double.requests.length).toBeGreaterThan(1);
  expect([changes, taken]).toEqual([["resting", "back"], 1]);
  expect(await kelp()).toMatchObject({ served: "meilisearch", degraded: false });
});

it("takes an engine that sets a document aside for one that takes changes, and not one that was not asked", async () => {
  const [bad] = documents;
  if (!bad) throw new Error("no document");
  double.troubles.badIds.add(bad.id);
  expect(await faultOf(search.put(INDEX, [{ ...bad, version: 3 }]))).toBe("bad_document");
  double.troubles.badIds.clear();
  expect(taken).toBe(1);
  await double.stop();
  expect(await faultOf(search.put(INDEX, [makeDocument({ facets: { shoe_size: ["9"] } })]))).toBe("bad_document");
  await double.start();
  expect(taken).toBe(1);
});

it("goes on resting from writes when the one that tries it again does not get its turn", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const ends = ["engine_down", "engine_down", "engine_busy"] as const;
  let writes = 0;
  const first = {
    ...meilisearch,
    put: () => Promise.reject(new SearchError(ends[writes++] ?? "engine_unfit", "no")),
  };
  const resting = withFallback({
    first,
    second: postgres.search,
    onChange: ({ state, cause }) => changes.push(`${state}: ${cause instanceof SearchError ? cause.fault : ""}`),
    onDegraded: () => {},
    lacksChanges: async () => lacks,
    onTaken: async () => {},
    restMs: 60_000,
  });
  const put = () => faultOf(resting.put(INDEX, documents));
  expect([await put(), await put()]).toEqual(["engine_down", "engine_down"]);
  vi.setSystemTime(Date.now() + 61_000);
  expect(await put()).toBe("engine_busy");
  expect(await put()).toBe("engine_down");
  expect([writes, changes]).toEqual([3, ["resting: engine_down"]]);
});

it("finds what was written since in the second, says so, and loses nothing while the first answers and finishes no task", async () => {
  const impatient = withFallback({
    first: connect({ url: double.url, taskMs: 100, prefix: "test-" }),
    second: postgres.search,
    onChange: ({ of }) => changes.push(of),
    onDegraded: () => {},
    lacksChanges: async () => lacks,
    onTaken: async () => {},
  });
  const late = makeDocument({ title: "Kelp drying" });
  double.troubles.areStuck = true;
  for (let time = 1; time <= 2; time += 1) expect(await faultOf(impatient.put(INDEX, [late]))).toBe("engine_down");
  double.troubles.areStuck = false;
  expect(changes).toEqual(["writes"]);
  expect(await ask(impatient, { text: "kelp drying" })).toMatchObject({ served: "postgres", degraded: true });
  expect(idsOf(await ask(impatient, { text: "kelp" }))).toContain(late.id);
  await search.remove(INDEX, [{ id: late.id, version: 2 }]);
});

it("is answered from the second while another process has noted that the first lacks changes, and not a moment longer", async () => {
  lacks = true;
  expect(await kelp()).toMatchObject({ served: "postgres", degraded: true, total: 2 });
  expect(await search.count(INDEX, { schoolId: LAKEVIEW })).toEqual({ count: 2, served: "postgres", degraded: true });
  expect(asked()).toBe(0);
  lacks = false;
  expect(await kelp()).toMatchObject({ served: "meilisearch", degraded: false });
});
