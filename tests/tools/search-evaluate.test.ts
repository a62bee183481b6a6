import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { runCommand } from "../support/run-command";

let database: TestDatabase;
const folder = mkdtempSync(path.join(tmpdir(), "search-evaluate-"));
const write = (name: string, lines: readonly object[]) => {
  const file = path.join(folder, name);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  return file;
};
const documents = write("documents.jsonl", [
  { id: "vet", title: "Animal clinic" },
  { id: "baker", title: "Bakery" },
]);
const queries = write("queries.jsonl", [
  { q: "animal clinic", rel: ["vet"], typo: "anmial clinic", prefix: "animal cl" },
]);
const files = ["--documents", documents, "--queries", queries];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const run = (...options: string[]) =>
  runCommand({ database, options, load: () => import("~/commands/search-evaluate") });

test("the answer as JSON is one line with the engine and the three sets in their order, and nothing else", async () => {
  const { code, said } = await run(...files, "--json");
  expect(code).toBe(0);
  expect(said).toHaveLength(1);
  const answer = JSON.parse(said[0] ?? "");
  expect(Object.keys(answer)).toEqual(["engine", "sets"]);
  expect(answer.engine).toBe("postgres");
  expect(Object.keys(answer.sets)).toEqual(["q", "typo", "prefix"]);
  for (const set of Object.values(answer.sets as Record<string, object>))
    expect(Object.keys(set)).toEqual(["n", "ndcg10", "recall10", "mrr10", "zeroRate", "p50Ms", "p95Ms"]);
});

test("without --json it is a table", async () => {
  const { code, said } = await run(...files, "--engine", "postgres");
  expect(code).toBe(0);
  expect(said.join("\n")).toMatch(/^engine: postgres\n/);
});

test.each([
  ["no files", [], "Say which documents"],
  ["an engine there is not", [...files, "--engine", "sqlite"], 'There is no engine "sqlite"'],
  ["a flag there is not", [...files, "--fast"], "--fast"],
])("wrong usage ends with 2 and says how: %s", async (_, options, blame) => {
  const { code, said, blamed } = await run(...options);
  expect(code).toBe(2);
  expect(blamed).toContain(blame);
  expect(blamed).toContain("Usage: npm run search:evaluate");
  expect(said).toEqual([]);
});

test.each([
  ["an engine that does not search here", [...files, "--engine", "meilisearch"], "set MEILI_URL"],
  ["a file that is not there", ["--documents", path.join(folder, "none.jsonl"), "--queries", queries], "none.jsonl"],
])("what cannot be measured ends with 1 and is named: %s", async (_, options, blame) => {
  const { code, said, blamed } = await run(...options, "--json");
  expect(code).toBe(1);
  expect(blamed).toContain(blame);
  expect(said).toEqual([]);
});
