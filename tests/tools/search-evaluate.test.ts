import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";

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
const { argv, exitCode } = process;
afterEach(() => {
  process.argv = argv;
  process.exitCode = exitCode;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

/** Runs the command as `npm run search:evaluate -- …` does, on a database of its own. */
async function run(...options: string[]) {
  vi.stubEnv("APP_MODE", "local");
  vi.stubEnv("PORT", "3000");
  vi.stubEnv("MEILI_URL", "");
  vi.stubEnv("DATABASE_URL", database.webUrl);
  vi.stubEnv("DATABASE_WORKER_URL", database.workerUrl);
  const said: string[] = [];
  const blamed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line) => void said.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void blamed.push(String(line)));
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => said.push(String(chunk)) > 0);
  process.argv = ["node", "search-evaluate", ...options];
  vi.resetModules();
  await import("~/commands/search-evaluate");
  const code = process.exitCode;
  vi.restoreAllMocks();
  return { code, said, blamed: blamed.join("\n") };
}

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
