import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FORGED } from "../features/matching/forged-plans";
import { propertiesIn } from "./properties-of-engine";

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

/** The fewest cases of a law, and of one whose answer is compared with every other possible one. */
const FEWEST = { drawn: 2000, enumerated: 300 };

const properties = globSync("tests/domain/matching-*.test.ts")
  .flatMap((file) => propertiesIn(path.basename(file)))
  .filter(({ ids }) => ids.length > 0);

test.each(promised)(
  "$id is the claim of a property test of $file, whose laws draw as many cases as are promised",
  (row) => {
    const own = properties.filter(({ file, ids }) => file === row.file && ids.includes(row.id));
    expect(Math.min(...own.flatMap(({ laws }) => laws.map(({ cases }) => cases)))).toBe(row.cases);
  },
);

test.each(properties)("no law of $name in $file draws too few cases", ({ laws }) => {
  expect(laws).not.toEqual([]);
  for (const { cases, isEnumerated } of laws)
    expect(cases).toBeGreaterThanOrEqual(isEnumerated ? FEWEST.enumerated : FEWEST.drawn);
});

test("every id that a property test of the engine claims stands in the table, once", () => {
  const claimed = properties.flatMap(({ ids }) => ids);
  expect([...new Set(promised.map(({ id }) => id))]).toHaveLength(promised.length);
  expect([...new Set(claimed)].filter((id) => !promised.some((row) => row.id === id))).toEqual([]);
});

test("what the table says is asserted on each run is what plans are forged against on a run, each by its own check", () => {
  const asserted = promised.flatMap(({ id, isAsserted }) => (isAsserted ? id : []));
  expect(asserted.sort()).toEqual(Object.keys(FORGED).sort());
  expect(Object.entries(FORGED).filter(([, forged]) => forged.length === 0)).toEqual([]);
});
