import { beforeAll, expect, it } from "vitest";
import type { Filter, SearchDocument, SearchIndex } from "~search/port";
import { ask, HARBOR, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";

export const pier = { latitude: 47.6, longitude: -122.33 };

/** Listed at Lakeview at one moment, and at Harbor at another, which is nobody's business at Lakeview. */
const publishedAt = (here: number, there = here) => ({ publishedAt: { [LAKEVIEW]: here, [HARBOR]: there } });

/** Values, several values, none, null and nothing at all. */
export const mixedDocuments: SearchDocument[] = [
  makeDocument({
    id: "a",
    facets: { kind: ["internship"], weekday: [2, 4], interest: ["animals"] },
    numbers: { minimumGrade: 9, startsAt: 30, endsAt: 100 },
    ownNumbers: publishedAt(30, 1),
    point: pier,
  }),
  makeDocument({
    id: "b",
    facets: { kind: ["internship"], weekday: [], interest: ["animals", "science"] },
    numbers: { minimumGrade: 6, startsAt: 10, endsAt: 200 },
    ownNumbers: publishedAt(10, 99),
    point: { latitude: 47.61, longitude: -122.33 },
  }),
  makeDocument({
    id: "c",
    facets: { kind: ["shadow_day"], weekday: [4] },
    numbers: { minimumGrade: null, startsAt: 20, endsAt: null },
    ownNumbers: publishedAt(20),
    point: { latitude: 47.7, longitude: -122.33 },
  }),
  makeDocument({ id: "d", facets: { kind: ["a=b", "x!", ""], language: ["es"] }, ownNumbers: publishedAt(20) }),
];

export function describeFilters(engine: () => SearchIndex): void {
  beforeAll(() => engine().put(INDEX, mixedDocuments));
  const passing = async (filter: Filter) => idsOf(await ask(engine(), { filters: { under: filter } })).sort();

  it("compares words and lists, and treats an empty list like a missing field", async () => {
    expect(await passing({ field: "kind", in: ["internship"] })).toEqual(["a", "b"]);
    expect(await passing({ field: "kind", in: ["INTERNSHIP"] })).toEqual([]);
    expect(await passing({ field: "weekday", in: [4] })).toEqual(["a", "c"]);
    expect(await passing({ field: "weekday", in: ["4", 2] })).toEqual(["a", "c"]);
    expect(await passing({ field: "weekday", in: [] })).toEqual([]);
    expect(await passing({ field: "weekday", missing: true })).toEqual(["b", "d"]);
    expect(await passing({ not: { field: "weekday", missing: true } })).toEqual(["a", "c"]);
    expect(await passing({ not: { field: "weekday", in: [2] } })).toEqual(["b", "c", "d"]);
    expect(await passing({ field: "kind", in: ["a=b"] })).toEqual(["d"]);
    expect(await passing({ field: "kind", in: [""] })).toEqual(["d"]);
    expect(await passing({ field: "kind", in: ["x"] })).toEqual([]);
    expect(await passing({ field: "language", in: ["null", "missing"] })).toEqual([]);
  });

  it("compares numbers; null and missing pass nothing but `missing` and `not`", async () => {
    expect(await passing({ field: "minimumGrade", atMost: 6 })).toEqual(["b"]);
    expect(await passing({ field: "minimumGrade", atLeast: 6, atMost: 9 })).toEqual(["a", "b"]);
    expect(await passing({ field: "minimumGrade", atLeast: 6.5 })).toEqual(["a"]);
    expect(await passing({ field: "minimumGrade", in: [9] })).toEqual(["a"]);
    expect(await passing({ field: "minimumGrade", in: [] })).toEqual([]);
    expect(await passing({ field: "minimumGrade", missing: true })).toEqual(["c", "d"]);
    expect(await passing({ field: "minimumGrade" })).toEqual(["a", "b"]);
    expect(await passing({ not: { field: "minimumGrade" } })).toEqual(["c", "d"]);
    expect(await passing({ not: { field: "minimumGrade", atLeast: 0 } })).toEqual(["c", "d"]);
    expect(await passing({ field: "publishedAt", atLeast: -1e21, atMost: 1e21 })).toEqual(["a", "b", "c", "d"]);
  });

  it("leaves out what is over, also beside words, and follows a new last day", async () => {
    const running = (endsAt: number): Filter => ({ not: { field: "endsAt", atMost: endsAt } });
    expect(await passing(running(99))).toEqual(["a", "b", "c", "d"]);
    expect(await passing(running(100))).toEqual(["b", "c", "d"]);
    expect(await passing(running(200))).toEqual(["c", "d"]);
    expect(await passing({ not: { field: "endsAt", atLeast: 150, atMost: 300 } })).toEqual(["a", "c", "d"]);
    expect(await passing({ any: [running(200), { field: "kind", in: ["internship"] }] })).toEqual(["a", "b", "c", "d"]);
    expect(await passing({ not: running(200) })).toEqual(["a", "b"]);
    const tours = (version: number, endsAt: number) =>
      makeDocument({ id: "tours", version, title: "Lighthouse tours", numbers: { endsAt } });
    const foundAt = async (day: number) =>
      idsOf(await ask(engine(), { text: "lighthouse", filters: { running: running(day) } }));
    await engine().put(INDEX, [tours(1, 100)]);
    expect([await foundAt(99), await foundAt(100)]).toEqual([["tours"], []]);
    await engine().put(INDEX, [tours(2, 300)]);
    expect([await foundAt(100), await foundAt(300)]).toEqual([["tours"], []]);
    await engine().remove(INDEX, [{ id: "tours", version: 3 }]);
  });

  it("compares the number that the school has of its own, and no other's", async () => {
    expect(await passing({ field: "publishedAt", atLeast: 11 })).toEqual(["a", "c", "d"]);
    expect(await passing({ field: "publishedAt", in: [99] })).toEqual([]);
    expect(await passing({ field: "publishedAt", missing: true })).toEqual([]);
    const theirs = makeDocument({ id: "theirs", ownNumbers: { publishedAt: { [HARBOR]: 7 } } });
    await engine().put(INDEX, [theirs]);
    expect(await passing({ field: "publishedAt", missing: true })).toEqual(["theirs"]);
    expect(await passing({ field: "publishedAt", in: [7] })).toEqual([]);
    await engine().remove(INDEX, [{ id: "theirs", version: 2 }]);
  });

  it("joins conditions; all of nothing holds, any of nothing does not", async () => {
    expect(await passing({ all: [] })).toEqual(["a", "b", "c", "d"]);
    expect(await passing({ any: [] })).toEqual([]);
    expect(await passing({ not: { any: [] } })).toEqual(["a", "b", "c", "d"]);
    expect(await passing({ not: { not: { field: "weekday", in: [2] } } })).toEqual(["a"]);
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
    expect(await passing({ not: { near: pier, withinMetres: 1_500 } })).toEqual(["c", "d"]);
  });
}
