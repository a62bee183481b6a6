import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { INTERESTS, interestDocument, type StudentFacts } from "~search/interest-document";
import type { Filter, Question, SearchIndex } from "~search/port";
import { HARBOR, idsOf, LAKEVIEW } from "../documents";

type Said = Pick<StudentFacts, "interests"> & Partial<StudentFacts>;

const likes = (interestId: string, strength = 1) => ({ interestId, strength, liked: true });
const dislikes = (interestId: string, strength = 1) => ({ interestId, strength, liked: false });
const student = (key: string, said: Said) =>
  interestDocument({ key, schoolId: LAKEVIEW, version: 1, weekdays: [], areaId: null, gradeBand: null, ...said });

/** What differs in the index of students: no words at all, the sign and strength of a liking, traits that may be missing. */
export function describeInterests(engine: () => SearchIndex): void {
  const students = [
    student("curious", { interests: [likes("animals", 1)], weekdays: [2] }),
    student("keen", { interests: [likes("animals", 2), dislikes("cooking")], weekdays: [4], areaId: "north" }),
    student("committed", { interests: [likes("animals", 3), likes("music", 1)], weekdays: [2, 4], gradeBand: "9-10" }),
    student("averse", { interests: [dislikes("animals", 3), likes("music", 2)], areaId: "north" }),
    student("silent", { interests: [] }),
    student("elsewhere", { interests: [likes("animals", 3), dislikes("music")], schoolId: HARBOR, areaId: "secret" }),
  ];
  beforeAll(async () => {
    await engine().rebuild(INTERESTS, [students]);
  });
  const asked = (question: Partial<Question> = {}) =>
    engine().search(INTERESTS, { scope: { schoolId: LAKEVIEW }, parts: [], offset: 0, limit: 20, ...question });
  const passing = async (filter: Filter) => idsOf(await asked({ filters: { under: filter } })).sort();
  const holding = (field: string, value: string) => passing({ field, in: [value] });

  it("tells who likes from who dislikes, and finds the stronger among the weaker", async () => {
    expect(await holding("likes", "animals")).toEqual(["committed", "curious", "keen"]);
    expect(await holding("keen", "animals")).toEqual(["committed", "keen"]);
    expect(await holding("committed", "animals")).toEqual(["committed"]);
    expect(await holding("dislikes", "animals")).toEqual(["averse"]);
    expect(await passing({ not: { field: "dislikes", in: ["animals", "cooking"] } })).toEqual([
      "committed",
      "curious",
      "silent",
    ]);
    expect(await passing({ field: "likes", missing: true })).toEqual(["silent"]);
  });

  it("finds who has said no day beside who is free, where a question says so", async () => {
    const weekday: Filter = {
      any: [
        { field: "weekday", in: [2] },
        { field: "weekday", missing: true },
      ],
    };
    expect(await passing(weekday)).toEqual(["averse", "committed", "curious", "silent"]);
    expect(await passing({ all: [weekday, { field: "likes", in: ["animals"] }] })).toEqual(["committed", "curious"]);
  });

  it("puts the stronger liking first, and who dislikes something of it last", async () => {
    const steps = ["likes", "keen", "committed"].map((field) => ({ field, value: "animals", weight: 0.3 }));
    const leanings = [...steps, { field: "dislikes", value: "cooking", weight: -0.9 }];
    const filters = { likes: { field: "likes", in: ["animals"] } };
    expect(idsOf(await asked({ leanings: steps, filters }))).toEqual(["committed", "keen", "curious"]);
    expect(idsOf(await asked({ leanings, filters }))).toEqual(["committed", "curious", "keen"]);
  });

  it("never tells of a student of another school, by a filter, a leaning, a facet or the lack of one", async () => {
    const filters: Filter[] = [
      { field: "area", in: ["secret"] },
      { all: [{ field: "dislikes", in: ["music"] }] },
      { any: [{ field: "area", in: ["secret"] }, { any: [] }] },
    ];
    for (const filter of filters) expect(await passing(filter)).toEqual([]);
    expect(await passing({ not: { field: "area", in: ["north"] } })).toEqual(["committed", "curious", "silent"]);
    const all = await asked({
      leanings: [{ field: "area", value: "secret", weight: 1 }],
      facets: ["area", "dislikes"],
    });
    expect(idsOf(all)).not.toContain("elsewhere");
    expect(all.total).toBe(5);
    expect(all.facets).toEqual({ area: { north: 2 }, dislikes: { animals: 1, cooking: 1 } });
    expect(await engine().count(INTERESTS, { schoolId: LAKEVIEW })).toMatchObject({ count: 5 });
    expect(await engine().count(INTERESTS, { schoolId: HARBOR })).toMatchObject({ count: 1 });
  });

  it("finds nothing by words: there are none, and a key is no word", async () => {
    for (const text of ["animals", "committed", "com", "north"])
      expect(idsOf(await asked({ parts: [{ text, weight: 1, open: true }] }))).toEqual([]);
  });

  it("replaces a student's record as a whole, and takes it out for good", async () => {
    const search = engine();
    const changed = student("changing", {
      interests: [likes("art", 3), dislikes("sports")],
      weekdays: [1],
      version: 2,
    });
    await search.put(INTERESTS, [changed]);
    await search.put(INTERESTS, [student("changing", { interests: [likes("sports", 1)], version: 3 })]);
    await search.put(INTERESTS, [changed]);
    for (const field of ["likes", "keen", "committed"]) expect(await holding(field, "art")).toEqual([]);
    expect(await holding("dislikes", "sports")).toEqual([]);
    expect(await holding("likes", "sports")).toEqual(["changing"]);
    expect(await passing({ field: "weekday", in: [1] })).toEqual([]);
    await search.remove(INTERESTS, [{ id: "changing", version: 4 }]);
    await search.put(INTERESTS, [student("changing", { interests: [likes("sports", 3)], version: 3 })]);
    expect(await holding("likes", "sports")).toEqual([]);
  });

  it("counts each facet as a count over the same students does", async () => {
    const search = engine();
    const interest = fc.constantFrom("gardens", "boats", "robots");
    const said = fc.array(
      fc.record({ interestId: interest, strength: fc.integer({ min: 1, max: 3 }), liked: fc.boolean() }),
      {
        maxLength: 3,
      },
    );
    let version = 10;
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), async (all) => {
        version += 1;
        const made = all.map((interests, place) => {
          const once = interests.filter(
            (one, at) => interests.findIndex((other) => other.interestId === one.interestId) === at,
          );
          return student(`made-${place}`, { interests: once, gradeBand: "made", version });
        });
        await search.put(INTERESTS, made);
        const filters: Record<string, Filter> = {
          made: { field: "gradeBand", in: ["made"] },
          likes: { field: "likes", in: ["boats"] },
        };
        const { facets, total } = await asked({ filters, facets: ["likes", "committed", "dislikes"] });
        const counted = (field: string, within: typeof made) => {
          const counts: Record<string, number> = {};
          for (const value of within.flatMap(({ facets: held }) => held[field] ?? []))
            counts[value] = (counts[value] ?? 0) + 1;
          return counts;
        };
        const fond = made.filter(({ facets: held }) => held.likes?.includes("boats"));
        expect(total).toBe(fond.length);
        expect(facets).toEqual({
          likes: counted("likes", made),
          committed: counted("committed", fond),
          dislikes: counted("dislikes", fond),
        });
        version += 1;
        await search.remove(
          INTERESTS,
          made.map(({ id }) => ({ id, version })),
        );
      }),
      { numRuns: 8 },
    );
  }, 60_000);
}
