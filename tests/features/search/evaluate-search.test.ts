import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readDocumentsToFind, readJudgedQueries } from "~/commands/support/evaluation-files";
import { evaluationTable } from "~/commands/support/evaluation-table";
import { evaluateSearch } from "~/features/search/evaluate-search.server";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";

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
  const { engine, sets } = await evaluateSearch(wiring, { documents: jobs, queries });
  expect(engine).toBe("postgres");
  expect(sets.q).toMatchObject({ n: 2, ndcg10: 1, recall10: 1, mrr10: 1, zeroRate: 0 });
  expect(sets.typo).toMatchObject({ n: 1, ndcg10: 1 });
  expect(sets.prefix).toMatchObject({ n: 1, ndcg10: 1 });
  expect(Object.keys(sets.q)).toEqual(["n", "ndcg10", "recall10", "mrr10", "zeroRate", "p50Ms", "p95Ms"]);
});

test("a question that finds nothing counts as empty and as wrong", async () => {
  const { sets } = await evaluateSearch(wiring, { documents: jobs, queries: [{ q: "zzxq", rel: ["vet"] }] });
  expect(sets.q).toMatchObject({ n: 1, ndcg10: 0, zeroRate: 1 });
});

test("a failure in the middle leaves nothing in the index either", async () => {
  const broken = [...queries, { q: "x", rel: [] }];
  await expect(evaluateSearch(wiring, { documents: jobs, queries: broken })).rejects.toThrow("measures nothing");
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
