import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readDocumentsToFind, readJudgedQueries } from "~/commands/support/evaluation-files";
import { evaluationTable } from "~/commands/support/evaluation-table";
import { evaluateSearch } from "~/features/search/evaluate-search.server";
import { cast } from "~db/cast";
import { nameThrowAway } from "~search/throw-away";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type MeilisearchDouble, startMeilisearchDouble } from "../../support/meilisearch-double/server";
import { sql } from "../../support/sql";
import { reasonIn, valueIn } from "../../support/stage";
import { createTestWiring, type TestWiring } from "../../support/wiring";

const blank = { description: "", aliases: [], tasks: [] };
const jobs = [
  { id: "vet", title: "Veterinarians", description: "", aliases: ["Animal Doctor"], tasks: ["Examine sick animals."] },
  { id: "baker", title: "Bakers", description: "", aliases: ["Pastry Cook"], tasks: ["Mix dough."] },
  { id: "pilot", title: "Airline Pilots", description: "", aliases: ["Flight Captain"], tasks: ["Fly planes."] },
];
const queries = [
  { q: "animal doctor", rel: ["vet"], typo: "animl doctor", prefix: "animal d" },
  { q: "pastry cook", rel: ["baker"], typo: null },
];

let database: TestDatabase;
let wiring: TestWiring;

beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const folder = mkdtempSync(path.join(tmpdir(), "evaluate-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string) => {
  const name = path.join(folder, "lines.jsonl");
  writeFileSync(name, text);
  return name;
};

async function expectNothingLeft() {
  for (const table of ["search_indexes", "search_documents", "search_terms", "search_postings"])
    expect(await sql(database, `select * from ${table}`), table).toEqual([]);
}
afterEach(expectNothingLeft);

test("each form of the queries is measured by itself, and nothing stays in the index", async () => {
  const { engine, sets } = valueIn(await evaluateSearch(wiring, { engine: null, documents: jobs, queries }));
  expect(engine).toBe("postgres");
  expect(sets.q).toMatchObject({ n: 2, ndcg10: 1, recall10: 1, mrr10: 1, zeroRate: 0 });
  expect(sets.typo).toMatchObject({ n: 1, ndcg10: 1 });
  expect(sets.prefix).toMatchObject({ n: 1, ndcg10: 1 });
  expect(Object.keys(sets.q)).toEqual(["n", "ndcg10", "recall10", "mrr10", "zeroRate", "p50Ms", "p95Ms"]);
});

test("a question that finds nothing counts as empty and as wrong", async () => {
  const nothing = [{ q: "zzxq", rel: ["vet"] }];
  const { sets } = valueIn(await evaluateSearch(wiring, { engine: "postgres", documents: jobs, queries: nothing }));
  expect(sets.q).toMatchObject({ n: 1, ndcg10: 0, zeroRate: 1 });
});

test("a failure in the middle leaves nothing in the index either", async () => {
  const broken = [...queries, { q: "x", rel: [] }];
  const asked = { engine: null, documents: jobs, queries: broken };
  await expect(evaluateSearch(wiring, asked)).rejects.toThrow("measures nothing");
});

test("what a run that was killed has left goes with the next run", async () => {
  const [postgres] = wiring.searchEngines;
  const left = nameThrowAway("placements", new Date(wiring.clock.now().getTime() - 90_000_000));
  await postgres?.put(left, [
    {
      id: "left",
      schoolIds: [cast.ana.schoolId],
      version: 1,
      texts: { title: ["Left"] },
      facets: {},
      numbers: {},
      point: null,
    },
  ]);
  expect((await evaluateSearch(wiring, { engine: "postgres", documents: jobs, queries })).ok).toBe(true);
  await expectNothingLeft();
});

test("an engine that does not search here is refused", async () => {
  const asked = { engine: "meilisearch", documents: jobs, queries } as const;
  expect(reasonIn(await evaluateSearch(wiring, asked))).toBe("no_such_engine");
});

describe("Meilisearch, beside Postgres", () => {
  let double: MeilisearchDouble;
  let both: TestWiring;
  beforeAll(async () => {
    double = await startMeilisearchDouble();
    both = createTestWiring(database, { env: { search: { url: double.url, readKey: null, writeKey: null } } });
  });
  afterEach(() => expect([...double.indexes.keys()]).toEqual([]));
  afterAll(async () => {
    await both.close();
    await double.stop();
    expect(double.faults).toEqual([]);
  });

  /** What is asked for is named by the rare word; the common one is the whole title of many others, and ends the question. */
  const helpers = Array.from({ length: 12 }, (_, place) => ({ ...blank, id: `helper${place}`, title: "Help" }));
  const documents = [...helpers, { ...blank, id: "the-rare-one", title: "Falconry" }];
  const rare = [{ q: "falconry help", rel: ["the-rare-one"] }];

  test("is told how rare words are by Postgres, as where both search", async () => {
    const { engine, sets } = valueIn(await evaluateSearch(both, { engine: null, documents, queries: rare }));
    expect([engine, sets.q.mrr10]).toEqual(["meilisearch", 1]);
  });

  test("is not answered for by Postgres when it is away", async () => {
    await double.stop();
    await expect(evaluateSearch(both, { engine: "meilisearch", documents, queries: rare })).rejects.toThrow();
    await double.start();
  });

  test("leaves Postgres to be measured by itself", async () => {
    double.requests.length = 0;
    const asked = { engine: "postgres", documents: jobs, queries } as const;
    expect(valueIn(await evaluateSearch(both, asked)).engine).toBe("postgres");
    expect(double.requests).toEqual([]);
  });
});

test("files are read line by line, and a line that is none is named", async () => {
  expect(await readJudgedQueries(file('{"q":"a","rel":["x"]}\n\n{"q":"b","rel":["y"],"typo":null}\n'))).toHaveLength(2);
  expect(await readDocumentsToFind(file('{"id":"a","title":"A"}'))).toEqual([
    { id: "a", title: "A", description: "", aliases: [], tasks: [] },
  ]);
  await expect(readDocumentsToFind(file('{"id":"a","title":"A"}\nno json'))).rejects.toThrow("line 2: this is no JSON");
  await expect(readJudgedQueries(file('{"q":"a","rel":[]}'))).rejects.toThrow("line 1");
  await expect(readJudgedQueries(file("\n"))).rejects.toThrow("holds no line");
});

test("the table shows every form with its shares and times", async () => {
  const measure = { n: 7, ndcg10: 0.5812, recall10: 0.7, mrr10: 0.55, zeroRate: 0.01, p50Ms: 3.1, p95Ms: 9 };
  const lines = evaluationTable({ engine: "postgres", sets: { q: measure, typo: measure, prefix: measure } }).split(
    "\n",
  );
  expect(lines[0]).toBe("engine: postgres");
  expect(lines[2]?.trim().split(/ {2,}/)).toEqual(["q", "7", "0.581", "0.700", "0.550", "1.0 %", "3.1 ms", "9 ms"]);
  expect(lines).toHaveLength(5);
});
