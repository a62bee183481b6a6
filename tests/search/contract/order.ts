import { beforeAll, expect, it } from "vitest";
import type { Question, SearchIndex } from "~search/port";
import { ask, HARBOR, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";
import { mixedDocuments } from "./filters";
import { faultOf } from "./under-test";

export function describeOrder(engine: () => SearchIndex): void {
  beforeAll(() => engine().put(INDEX, mixedDocuments));
  const ordered = async (question: Partial<Question>) => idsOf(await ask(engine(), question));

  it("sorts by a number either way, breaks ties by id, puts what has none last", async () => {
    expect(await ordered({ sort: { field: "publishedAt", descending: true } })).toEqual(["a", "c", "d", "b"]);
    expect(await ordered({ sort: { field: "publishedAt" } })).toEqual(["b", "c", "d", "a"]);
    expect(await ordered({ sort: { field: "minimumGrade" } })).toEqual(["b", "a", "c", "d"]);
    expect(await ordered({ sort: { field: "minimumGrade", descending: true } })).toEqual(["a", "b", "c", "d"]);
  });

  it("sorts by each school's own number: another school's changes nothing", async () => {
    const both = [LAKEVIEW, HARBOR];
    const shared = ["early", "late"].map((id, place) =>
      makeDocument({ id, schoolIds: both, ownNumbers: { publishedAt: { [LAKEVIEW]: place, [HARBOR]: 9 - place } } }),
    );
    const search = engine();
    await search.put(INDEX, shared);
    const sort = { field: "publishedAt", descending: true };
    const there = await ask(search, { sort, scope: { schoolId: HARBOR } });
    expect(idsOf(there)).toEqual(["early", "late"]);
    expect((await ordered({ sort })).filter((id) => ["early", "late"].includes(id))).toEqual(["late", "early"]);
    await search.remove(
      INDEX,
      shared.map(({ id }) => ({ id, version: 2 })),
    );
  });

  it("sorts from a value on: then what lies below, the nearest first, then what has none; page by page the same", async () => {
    const sort = { field: "startsAt", from: 15 };
    expect(await ordered({ sort })).toEqual(["c", "a", "b", "d"]);
    expect(await ordered({ sort: { ...sort, from: 30 } })).toEqual(["a", "c", "b", "d"]);
    expect(await ordered({ sort: { ...sort, from: 31 } })).toEqual(["a", "c", "b", "d"]);
    const pages = [0, 1, 2, 3, 4].map((offset) => ask(engine(), { sort, offset, limit: 1, facets: ["kind"] }));
    const answers = await Promise.all(pages);
    expect(answers.map(idsOf)).toEqual([["c"], ["a"], ["b"], ["d"], []]);
    for (const { total, facets } of answers)
      expect([total, facets.kind]).toEqual([4, { internship: 2, shadow_day: 1, "a=b": 1, "x!": 1, "": 1 }]);
    expect((await ask(engine(), { sort, limit: 0 })).total).toBe(4);
    expect(await faultOf(ask(engine(), { sort: { ...sort, from: Number.NaN } }))).toBe("bad_question");
  });

  it("sorts by distance and says how far, what has no place last", async () => {
    const nearest = await ask(engine(), { sort: { nearest: { latitude: 47.7, longitude: -122.33 } } });
    expect(idsOf(nearest)).toEqual(["c", "b", "a", "d"]);
    expect(nearest.hits[1]?.metres).toBeGreaterThan(9_900);
    expect(nearest.hits[1]?.metres).toBeLessThan(10_100);
    expect(nearest.hits[3]?.metres).toBeUndefined();
  });

  it("gives what is alike in the same order every time, by id", async () => {
    const search = engine();
    const alike = Array.from({ length: 12 }, (_, place) =>
      makeDocument({ id: `alike${String(place).padStart(2, "0")}`, title: "Tide pool survey" }),
    );
    await search.put(INDEX, [...alike].reverse());
    const pages = [0, 5, 10].map((offset) => ask(search, { text: "tide pool", offset, limit: 5 }));
    expect((await Promise.all(pages)).flatMap(idsOf)).toEqual(alike.map(({ id }) => id));
    await search.remove(
      INDEX,
      alike.map(({ id }) => ({ id, version: 2 })),
    );
  });

  it("takes what is equally far in the same order every time, by id, from page to page", async () => {
    const search = engine();
    const place = { latitude: 10, longitude: 20 };
    const near = ["far3", "far1", "far2", "far0"].map((id) => makeDocument({ id, point: place }));
    await search.put(INDEX, near);
    const filters = { here: { near: place, withinMetres: 10 } };
    const pages = [0, 2].map((offset) => ordered({ sort: { nearest: place }, filters, offset, limit: 2 }));
    expect((await Promise.all(pages)).flat()).toEqual(["far0", "far1", "far2", "far3"]);
    await search.remove(
      INDEX,
      near.map(({ id }) => ({ id, version: 2 })),
    );
  });

  it("answers as far back as a thousand, and not behind", async () => {
    expect(await ask(engine(), { offset: 980, limit: 20 })).toMatchObject({ hits: [], total: 4 });
    expect(await faultOf(ask(engine(), { offset: 981, limit: 20 }))).toBe("bad_question");
  });

  it("counts on every page, also past the end and for no hits at all", async () => {
    const asked = { sort: { field: "publishedAt" } } as const;
    const pages = [
      await ask(engine(), { ...asked, limit: 2 }),
      await ask(engine(), { ...asked, offset: 2, limit: 2 }),
      await ask(engine(), { ...asked, offset: 4, limit: 2 }),
      await ask(engine(), { ...asked, limit: 0 }),
    ];
    expect(pages.map(idsOf)).toEqual([["b", "c"], ["d", "a"], [], []]);
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4]);
    const { exactTotals, engine: name } = engine().capabilities;
    for (const page of pages) expect(page).toMatchObject({ totalIsExact: exactTotals, served: name, degraded: false });
  });

  it("lets a leaning lift what was found and find nothing by itself", async () => {
    expect(
      await ordered({
        leanings: [
          { field: "interest", value: "science", weight: 0.5 },
          { field: "kind", value: "internship", weight: 0.1 },
        ],
      }),
    ).toEqual(["b", "a", "c", "d"]);
    const zebra = {
      parts: [{ text: "zebra", weight: 1 }],
      leanings: [{ field: "interest", value: "science", weight: 1 }],
    };
    expect(await ordered(zebra)).toEqual([]);
  });

  it("counts leanings of the same thing together, however many things there are", async () => {
    const held = (id: string, ...interest: string[]) =>
      makeDocument({ id, title: "Reed cutting", facets: { interest, kind: interest, language: interest.slice(1) } });
    const things = ["animals", "science", "music", "cooking"];
    const search = engine();
    const documents = things.flatMap((thing, place) => [
      held(`some${place}`, thing),
      held(`more${place}`, thing, thing),
    ]);
    await search.put(INDEX, documents);
    const leanings = things.flatMap((value) =>
      ["interest", "kind", "language"].map((field) => ({ field, value, weight: 0.3 })),
    );
    const found = await ordered({ leanings, filters: { these: { field: "interest", in: things } } });
    expect(found.filter((id) => /^(some|more)/.test(id)).slice(0, 4)).toEqual(["more0", "more1", "more2", "more3"]);
    await search.remove(
      INDEX,
      documents.map(({ id }) => ({ id, version: 2 })),
    );
  });

  it("lets a dislike set back what was found, and hides nothing", async () => {
    expect(await ordered({ leanings: [{ field: "kind", value: "internship", weight: -0.3 }] })).toEqual([
      "c",
      "d",
      "a",
      "b",
    ]);
  });
}
