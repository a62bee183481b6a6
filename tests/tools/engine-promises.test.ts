import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

interface Promised {
  id: string;
  cases: number;
  isAsserted: boolean;
  file: string;
}

/** The rows of the table of promises. */
const promised = readFileSync("docs/matching.md", "utf8")
  .split("\n")
  .flatMap((line): Promised[] => {
    const row = /^\| ([A-Z]\d+) \| .+ \| ([\d,]+) \| (yes)? ?\| `(.+)` \|$/.exec(line);
    if (!row) return [];
    const [, id = "", cases = "", asserted, file = ""] = row;
    return [{ id, cases: Number(cases.replace(",", "")), isAsserted: asserted === "yes", file }];
  });

/** Names of the property tests of a file. */
function propertiesIn(file: string): string[] {
  const source = readFileSync(path.join("tests/domain", file), "utf8");
  return [...source.matchAll(/\b(?:it|test)\(\s*["'`](.+)["'`],/g)].flatMap(([, name = ""]) =>
    name.includes("(property)") ? name : [],
  );
}

const idsIn = (name: string): string[] => name.match(/\b[A-Z]\d+\b/g) ?? [];

test.each(promised)("$id is the claim of a property test of $file, with as many cases as are promised", (row) => {
  const names = propertiesIn(row.file).filter((name) => idsIn(name).includes(row.id));
  expect(names.length).toBeGreaterThan(0);
  const counts = [...readFileSync(path.join("tests/domain", row.file), "utf8").matchAll(/numRuns: ([\d_]+)/g)];
  expect(counts.map(([, count = ""]) => Number(count.replace("_", "")))).toContain(row.cases);
  expect(row.cases).toBeGreaterThanOrEqual(300);
});

test("every id that a property test of the engine claims stands in the table, once", () => {
  const claimed = globSync("tests/domain/matching-*.test.ts")
    .flatMap((file) => propertiesIn(path.basename(file)))
    .flatMap(idsIn);
  expect([...new Set(promised.map(({ id }) => id))]).toHaveLength(promised.length);
  expect([...new Set(claimed)].filter((id) => !promised.some((row) => row.id === id))).toEqual([]);
});

test("what the table says is asserted on each run is what a plan is checked for", () => {
  const [, union = ""] =
    /property: ((?:"[A-Z]\d+"(?: \| )?)+)/.exec(readFileSync("app/domain/matching/verify-plan.ts", "utf8")) ?? [];
  const asserted = promised.flatMap(({ id, isAsserted }) => (isAsserted ? id : []));
  expect(asserted.sort()).toEqual(idsIn(union).sort());
});
