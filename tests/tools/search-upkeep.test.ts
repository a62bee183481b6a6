import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { syncPlacement } from "~/features/search/sync-placement.server";
import { createTestDatabase } from "../support/database";
import { type MeilisearchDouble, startMeilisearchDouble } from "../support/meilisearch-double/server";
import { runCommand } from "../support/run-command";
import { countRows, openStage, type Stage } from "../support/stage";
import { createTestWiring, type TestWiring } from "../support/wiring";

let stage: Stage;
let double: MeilisearchDouble;
let wiring: TestWiring;
let listed: string[];
let students: number;

beforeAll(async () => {
  stage = await openStage();
  double = await startMeilisearchDouble();
  const search = { url: double.url, readKey: null, writeKey: null };
  wiring = createTestWiring(stage.database, { env: { search } });
  const rows = await stage.rows<{ id: string }>(
    "select distinct placement_id as id from listings where state = 'published' order by 1",
  );
  listed = rows.map(({ id }) => id);
  students = await countRows(stage, "students");
});
beforeEach(() => stage.clear());
afterAll(async () => {
  await wiring.close();
  await double.stop();
  await stage.close();
});

const both = () => ({ MEILI_URL: double.url });
const reindex = (options: readonly string[] = [], { env = {}, database = stage.database } = {}) =>
  runCommand({ database, env, options, load: () => import("~/commands/search-reindex") });
const drift = (options: readonly string[] = [], { env = {}, database = stage.database } = {}) =>
  runCommand({ database, env, options, load: () => import("~/commands/search-drift") });
const rowsOf = () => double.indexes.get("throughline-placements")?.rows ?? new Map();

/** Does what the command has left to the worker. */
async function doRepairs(): Promise<number> {
  const jobs = await stage.rows<{ payload: { districtId: string; placementId: string } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'sync-placement'`,
  );
  for (const { payload } of jobs) await syncPlacement(wiring, payload);
  return jobs.length;
}

test("search:reindex builds every index and says how much each took", async () => {
  const { code, said, blamed } = await reindex([], { env: both() });
  expect(said).toEqual(
    ["meilisearch", "postgres"].flatMap((engine) => [
      `${engine}, placements: ${listed.length} taken, 0 refused.`,
      `${engine}, interests: ${students} taken, 0 refused.`,
    ]),
  );
  expect([code, blamed]).toEqual([0, ""]);
  expect(rowsOf().size).toBeGreaterThanOrEqual(listed.length);
});

test("search:reindex builds one index of one engine, where it is told so, and leaves the others", async () => {
  double.requests.length = 0;
  const { code, said } = await reindex(["--engine", "postgres", "--index", "interests"], { env: both() });
  expect([code, said]).toEqual([0, [`postgres, interests: ${students} taken, 0 refused.`]]);
  expect(double.requests).toEqual([]);
});

test("search:reindex has nothing to take where there is no school yet, and says so", async () => {
  const empty = await createTestDatabase();
  try {
    const { code, said } = await reindex([], { database: empty });
    expect([code, said]).toEqual([
      0,
      ["postgres, placements: 0 taken, 0 refused.", "postgres, interests: 0 taken, 0 refused."],
    ]);
    expect(await drift([], { database: empty })).toMatchObject({
      code: 0,
      said: expect.arrayContaining(["Nothing differs."]),
    });
  } finally {
    await empty.drop();
  }
});

test("search:reindex names a document that an engine refuses, takes the others, and ends with 1", async () => {
  const [bad = ""] = listed;
  double.troubles.badIds.add(bad);
  try {
    const { code, said, blamed } = await reindex(["--engine", "meilisearch", "--index", "placements"], { env: both() });
    expect([code, said]).toEqual([1, [`meilisearch, placements: ${listed.length - 1} taken, 1 refused.`]]);
    expect(blamed).toContain(`${bad}: invalid_document_fields`);
  } finally {
    double.troubles.badIds.clear();
  }
});

test("search:reindex with an engine that is down says what it built and what not, and ends with 1", async () => {
  await double.stop();
  try {
    const { code, said, blamed } = await reindex([], { env: both() });
    expect(code).toBe(1);
    expect(said).toEqual([
      `postgres, placements: ${listed.length} taken, 0 refused.`,
      `postgres, interests: ${students} taken, 0 refused.`,
    ]);
    expect(blamed.split("\n")).toEqual([
      "meilisearch, placements: Meilisearch cannot be reached",
      "meilisearch, interests: Meilisearch cannot be reached",
    ]);
  } finally {
    await double.start();
  }
});

test("search:reindex names the version of an engine that is too old, and ends with 1", async () => {
  double.version = "1.29.0";
  try {
    const { code, blamed } = await reindex(["--engine", "meilisearch"], { env: both() });
    expect(code).toBe(1);
    expect(blamed).toContain("Meilisearch 1.29.0 is too old: 1.30.1 or newer is needed");
  } finally {
    double.version = "1.30.1";
  }
});

test("search:reindex says how an engine comes to search here that does not", async () => {
  const { code, said, blamed } = await reindex(["--engine", "meilisearch"]);
  expect([code, said, blamed]).toEqual([1, [], "meilisearch does not search here: set MEILI_URL."]);
});

test.each([
  ["an index there is not", "search:reindex", () => reindex(["--index", "mentors"]), 'There is no index "mentors".'],
  ["an engine there is not", "search:reindex", () => reindex(["--engine", "sqlite"]), 'There is no engine "sqlite".'],
  ["a word it does not know", "search:reindex", () => reindex(["placements"]), "placements"],
  ["a word it does not know", "search:drift", () => drift(["placements"]), "placements"],
  ["a flag it does not know", "search:drift", () => drift(["--fix"]), "--fix"],
])("wrong usage ends with 2 and says how: %s (%s)", async (_, command, run, blame) => {
  const { code, said, blamed } = await run();
  expect(code).toBe(2);
  expect(said).toEqual([]);
  expect(blamed).toContain(blame);
  expect(blamed).toContain(`Usage: npm run ${command}`);
});

test("search:drift says that nothing differs, and ends with 0", async () => {
  await reindex([], { env: both() });
  const { code, said, blamed } = await drift([], { env: both() });
  expect([code, blamed]).toEqual([0, ""]);
  expect(said).toEqual([
    ...["meilisearch", "postgres"].map(
      (engine) => `${engine}, placements: ${listed.length} held, 0 missing, 0 orphaned, 0 stale, 0 unreadable.`,
    ),
    ...["meilisearch", "postgres"].map(
      (engine) => `${engine}, interests: ${students} held, 0 missing, 0 orphaned, 0 stale, 0 unreadable.`,
    ),
    "Nothing differs.",
  ]);
});

test("search:drift counts each kind of difference, ends with 1, and after the worker nothing differs", async () => {
  await reindex([], { env: both() });
  const [missing, stale, unreadable, unlisted] = listed as [string, string, string, string];
  rowsOf().delete(missing);
  rowsOf().set(unreadable, { key: unreadable, title: "written by somebody else" });
  await stage.rows("update placements set title = title || ' (new)' where id = $1", [stale]);
  await stage.rows("delete from search_documents where id = $1", [missing]);
  await stage.rows("update search_documents set fingerprint = null where id = $1", [unreadable]);
  const paused = await stage.rows<{ id: string }>(
    "update listings set state = 'paused' where placement_id = $1 and state = 'published' returning id",
    [unlisted],
  );
  await stage.rows("delete from graphile_worker._private_jobs");
  try {
    const { code, said } = await drift([], { env: both() });
    expect(code).toBe(1);
    expect(said.slice(0, 2)).toEqual(
      ["meilisearch", "postgres"].map(
        (engine) => `${engine}, placements: ${listed.length - 1} held, 1 missing, 1 orphaned, 1 stale, 1 unreadable.`,
      ),
    );
    expect(said.at(-1)).toBe("The worker puts right what differs.");
    const reported = await stage.rows(
      "select engine, missing, orphaned, stale, unreadable from search_checks where index_name = 'placements' order by 1",
    );
    expect(reported).toEqual(
      ["meilisearch", "postgres"].map((engine) => ({ engine, missing: 1, orphaned: 1, stale: 1, unreadable: 1 })),
    );
    expect(await doRepairs()).toBe(4);
    expect(await drift([], { env: both() })).toMatchObject({ code: 0 });
  } finally {
    await stage.rows("update listings set state = 'published' where id = any($1)", [paused.map(({ id }) => id)]);
    await stage.rows("update placements set title = replace(title, ' (new)', '') where id = $1", [stale]);
  }
});

test("search:drift with an engine that is down compares the other one, names the fault once, and ends with 1", async () => {
  await reindex([], { env: both() });
  await double.stop();
  try {
    const { code, said, blamed } = await drift([], { env: both() });
    expect(code).toBe(1);
    expect(said).toEqual([
      `postgres, placements: ${listed.length} held, 0 missing, 0 orphaned, 0 stale, 0 unreadable.`,
      `postgres, interests: ${students} held, 0 missing, 0 orphaned, 0 stale, 0 unreadable.`,
    ]);
    expect(blamed).toBe("Meilisearch cannot be reached");
  } finally {
    await double.start();
  }
});
