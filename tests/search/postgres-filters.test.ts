import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Filter, SearchDocument, SearchIndex } from "~search/port";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { ask, INDEX, idsOf, makeDocument, type OpenIndex, openPostgresIndex } from "./documents";

let database: TestDatabase;
let opened: OpenIndex;
let search: SearchIndex;

const pier = { latitude: 47.6, longitude: -122.33 };
const documents: SearchDocument[] = [
  makeDocument({
    id: "a",
    facets: { kind: ["internship"], weekday: [2, 4], interest: ["animals"] },
    numbers: { minimumGrade: 9, publishedAt: 30 },
    point: pier,
  }),
  makeDocument({
    id: "b",
    facets: { kind: ["internship"], weekday: [], interest: ["animals", "science"] },
    numbers: { minimumGrade: 6, publishedAt: 10 },
    point: { latitude: 47.61, longitude: -122.33 },
  }),
  makeDocument({
    id: "c",
    facets: { kind: ["shadow_day"], weekday: [4] },
    numbers: { minimumGrade: null, publishedAt: 20 },
    point: { latitude: 47.7, longitude: -122.33 },
  }),
  makeDocument({ id: "d", facets: { kind: ["a=b", "x!"], language: ["es"] }, numbers: { publishedAt: 20 } }),
];

beforeAll(async () => {
  database = await createTestDatabase();
  opened = openPostgresIndex(database.webUrl);
  ({ search } = opened);
  await search.put(INDEX, documents);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const passing = async (filter: Filter) => idsOf(await ask(search, { filters: { under: filter } })).sort();

describe("filters", () => {
  it("compares words and lists, and treats an empty list like a missing field", async () => {
    expect(await passing({ field: "kind", in: ["internship"] })).toEqual(["a", "b"]);
    expect(await passing({ field: "weekday", in: [4] })).toEqual(["a", "c"]);
    expect(await passing({ field: "weekday", in: ["4", 2] })).toEqual(["a", "c"]);
    expect(await passing({ field: "weekday", in: [] })).toEqual([]);
    expect(await passing({ field: "weekday", missing: true })).toEqual(["b", "d"]);
    expect(await passing({ field: "kind", in: ["a=b"] })).toEqual(["d"]);
    expect(await passing({ field: "kind", in: ["x"] })).toEqual([]);
  });

  it("compares numbers; null and missing pass nothing but `missing` and `not`", async () => {
    expect(await passing({ field: "minimumGrade", atMost: 6 })).toEqual(["b"]);
    expect(await passing({ field: "minimumGrade", atLeast: 6, atMost: 9 })).toEqual(["a", "b"]);
    expect(await passing({ field: "minimumGrade", in: [9] })).toEqual(["a"]);
    expect(await passing({ field: "minimumGrade", missing: true })).toEqual(["c", "d"]);
    expect(await passing({ not: { field: "minimumGrade", atLeast: 0 } })).toEqual(["c", "d"]);
  });

  it("joins conditions; all of nothing holds, any of nothing does not", async () => {
    expect(await passing({ all: [] })).toEqual(["a", "b", "c", "d"]);
    expect(await passing({ any: [] })).toEqual([]);
    expect(
      await passing({ all: [{ field: "kind", in: ["internship"] }, { not: { field: "interest", in: ["science"] } }] }),
    ).toEqual(["a"]);
    expect(
      await passing({
        any: [
          { field: "interest", in: ["science"] },
          { field: "language", in: ["es"] },
        ],
      }),
    ).toEqual(["b", "d"]);
  });

  it("measures distance in metres and leaves out what has no place", async () => {
    expect(await passing({ near: pier, withinMetres: 1_500 })).toEqual(["a", "b"]);
    expect(await passing({ near: pier, withinMetres: 20_000 })).toEqual(["a", "b", "c"]);
    const nearest = await ask(search, { sort: { nearest: { latitude: 47.7, longitude: -122.33 } } });
    expect(idsOf(nearest)).toEqual(["c", "b", "a", "d"]);
    expect(nearest.hits[1]?.metres).toBeGreaterThan(9_900);
    expect(nearest.hits[1]?.metres).toBeLessThan(10_100);
    expect(nearest.hits[3]?.metres).toBeUndefined();
  });
});

describe("order and pages", () => {
  it("sorts by a number either way, breaks ties by id, puts what has none last", async () => {
    expect(idsOf(await ask(search, { sort: { field: "publishedAt", descending: true } }))).toEqual([
      "a",
      "c",
      "d",
      "b",
    ]);
    expect(idsOf(await ask(search, { sort: { field: "minimumGrade" } }))).toEqual(["b", "a", "c", "d"]);
  });

  it("counts exactly on every page, also past the end and for no hits at all", async () => {
    const asked = { sort: { field: "publishedAt" } } as const;
    const pages = [
      await ask(search, { ...asked, limit: 2 }),
      await ask(search, { ...asked, offset: 2, limit: 2 }),
      await ask(search, { ...asked, offset: 4, limit: 2 }),
      await ask(search, { ...asked, limit: 0 }),
    ];
    expect(pages.map(idsOf)).toEqual([["b", "c"], ["d", "a"], [], []]);
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4]);
  });

  it("lets a leaning lift what was found and find nothing by itself", async () => {
    const lifted = await ask(search, {
      leanings: [
        { field: "interest", value: "science", weight: 0.5 },
        { field: "kind", value: "internship", weight: 0.1 },
      ],
    });
    expect(idsOf(lifted)).toEqual(["b", "a", "c", "d"]);
    expect(
      idsOf(await ask(search, { text: "zebra", leanings: [{ field: "interest", value: "science", weight: 1 }] })),
    ).toEqual([]);
  });
});

describe("facets", () => {
  const kinds = ["internship", "shadow_day", "service_learning"];
  const days = [1, 2, 3, 4, 5];
  const words = ["river", "music", "kitchen", "robots"];
  const arbitrary = fc.record({
    title: fc.subarray(words, { minLength: 1 }),
    kind: fc.constantFrom(...kinds),
    weekdays: fc.subarray(days),
    grade: fc.integer({ min: 6, max: 12 }),
  });
  const question = fc.record({
    word: fc.option(fc.constantFrom(...words)),
    kind: fc.subarray(kinds),
    weekday: fc.subarray(days),
    upToGrade: fc.option(fc.integer({ min: 6, max: 12 })),
  });

  it("count what a brute-force count finds, each without its own filter", async () => {
    await search.remove(
      INDEX,
      documents.map(({ id }) => ({ id, version: 2 })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitrary, { minLength: 1, maxLength: 12 }),
        fc.array(question, { minLength: 1, maxLength: 4 }),
        async (drawn, questions) => {
          const made = drawn.map(({ title, kind, weekdays, grade }) =>
            makeDocument({
              title: title.join(" "),
              facets: { kind: [kind], weekday: weekdays },
              numbers: { minimumGrade: grade },
            }),
          );
          await search.put(INDEX, made);
          for (const asked of questions) {
            const found = made.filter(
              ({ texts }) => asked.word === null || texts.title?.[0]?.split(" ").includes(asked.word),
            );
            const tests = {
              kind: ({ facets }: SearchDocument) =>
                asked.kind.length === 0 || asked.kind.includes(String(facets.kind?.[0])),
              weekday: ({ facets }: SearchDocument) =>
                asked.weekday.length === 0 || (facets.weekday ?? []).some((day) => asked.weekday.includes(Number(day))),
              grade: ({ numbers }: SearchDocument) =>
                asked.upToGrade === null || Number(numbers.minimumGrade) <= asked.upToGrade,
            };
            const countOf = (field: "kind" | "weekday") => {
              const counts: Record<string, number> = {};
              const others = Object.entries(tests).filter(([name]) => name !== field);
              for (const document of found.filter((row) => others.every(([, passes]) => passes(row))))
                for (const value of document.facets[field] ?? []) counts[value] = (counts[value] ?? 0) + 1;
              return counts;
            };
            const answer = await ask(search, {
              ...(asked.word === null ? {} : { text: asked.word }),
              filters: {
                ...(asked.kind.length > 0 && { kind: { field: "kind", in: asked.kind } }),
                ...(asked.weekday.length > 0 && { weekday: { field: "weekday", in: asked.weekday } }),
                ...(asked.upToGrade !== null && { grade: { field: "minimumGrade", atMost: asked.upToGrade } }),
              },
              facets: ["kind", "weekday"],
            });
            expect(answer.facets).toEqual({ kind: countOf("kind"), weekday: countOf("weekday") });
            expect(answer.total).toBe(
              found.filter((row) => Object.values(tests).every((passes) => passes(row))).length,
            );
          }
          await search.remove(
            INDEX,
            made.map(({ id }) => ({ id, version: 2 })),
          );
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
