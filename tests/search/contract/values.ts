import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Naming, Question, SearchIndex } from "~search/port";
import { HARBOR, INDEX, LAKEVIEW, makeDocument } from "../documents";
import { faultOf } from "./under-test";

const ofOrganisation = (value: string, name: string, said: Parameters<typeof makeDocument>[0] = {}) =>
  makeDocument({
    ...said,
    texts: { ...said.texts, organisation: [name] },
    facets: { ...said.facets, organisation: [value] },
  });

type Asked = Partial<Naming & Pick<Question, "scope" | "parts" | "filters">>;
const questionOf = ({ facet = "organisation", name = "", limit = 20, ...rest }: Asked): Question => ({
  ...{ scope: { schoolId: LAKEVIEW }, parts: [], offset: 0, ...rest },
  ...{ limit: 0, named: { facet, name, limit } },
});
const askValues = async (search: SearchIndex, asked: Asked) => (await search.search(INDEX, questionOf(asked))).named;
const valuesFor = async (search: SearchIndex, question: Asked) =>
  (await askValues(search, question)).map(({ value }) => value);

export function describeValues(engine: () => SearchIndex): void {
  beforeAll(async () => {
    await engine().put(INDEX, [
      ofOrganisation("o-clinic", "Green Lake Animal Clinic", { title: "Cats", facets: { kind: ["internship"] } }),
      ofOrganisation("o-clinic", "Green Lake Animal Clinic", { title: "Dogs", facets: { kind: ["shadow_day"] } }),
      ofOrganisation("o-bakery", "Panadería Niño Jesús", { title: "Bread", facets: { kind: ["internship"] } }),
      ofOrganisation("o-cats", "Cat café 東京 — “Ñandú & Sons”", { title: "Cats", facets: { kind: ["internship"] } }),
      ofOrganisation("O-CATS", "Greenhouse", { title: "Plants", facets: { kind: ["internship"] } }),
      ofOrganisation("o-theirs", "Green Harbor Boats", { title: "Cats", schoolIds: [HARBOR] }),
      makeDocument({ title: "Green of nobody" }),
    ]);
  });

  it.each([
    ["the beginning of a name", "green", ["o-clinic", "O-CATS"]],
    ["the beginning of a later word", "clin", ["o-clinic"]],
    ["several words, the last unfinished", "lake ani", ["o-clinic"]],
    ["no accents and no capitals", "nino", ["o-bakery"]],
    ["accents nobody wrote", "CAFÉ", ["o-cats"]],
    ["another script", "東", ["o-cats"]],
    ["the last letter of a run without spaces", "京", ["o-cats"]],
    ["the last letter of a run without spaces and the word behind it", "京 ñan", ["o-cats"]],
    ["signs between words", "ñandú sons", ["o-cats"]],
    ["one typo in five letters", "pamad", ["o-bakery"]],
    ["no typo where the name is spelled so", "greenh", ["O-CATS"]],
    ["what is inside a word", "reen", []],
    ["no word at all", "", ["o-clinic", "O-CATS", "o-bakery", "o-cats"]],
    ["signs alone", `" = '`, ["o-clinic", "O-CATS", "o-bakery", "o-cats"]],
  ])("are found by %s", async (_, name, found) => {
    expect(await valuesFor(engine(), { name })).toEqual(found);
  });

  it("are counted in what the words and the other limits find, without the limit of their own", async () => {
    const kind = { field: "kind", in: ["internship"] };
    const own = { field: "organisation", in: ["o-bakery"] };
    const filters = { kind, organisation: own };
    expect(await askValues(engine(), { name: "green", filters })).toEqual([
      { value: "O-CATS", count: 1 },
      { value: "o-clinic", count: 1 },
    ]);
    const parts = [{ text: "cats", weight: 1 }];
    expect(await askValues(engine(), { filters, parts })).toEqual([
      { value: "o-cats", count: 1 },
      { value: "o-clinic", count: 1 },
    ]);
    expect(await askValues(engine(), { parts: [{ text: "zzxq", weight: 1 }] })).toEqual([]);
    expect(await valuesFor(engine(), { limit: 1 })).toEqual(["o-clinic"]);
    expect(await valuesFor(engine(), { limit: 0 })).toEqual([]);
  });

  it("count what the facet counts, whatever is asked", async () => {
    const name = fc.constantFrom("", "green", "c", "lake", "niño", "zz");
    const filters = fc.record({ kind: fc.subarray(["internship", "shadow_day"]), own: fc.subarray(["o-clinic", "x"]) });
    const text = fc.constantFrom(undefined, "cats", "dogs", "plants");
    await fc.assert(
      fc.asyncProperty(name, filters, text, async (asked, { kind, own }, words) => {
        const question: Pick<Question, "scope" | "parts" | "filters"> = {
          scope: { schoolId: LAKEVIEW },
          parts: words === undefined ? [] : [{ text: words, weight: 1 }],
          filters: {
            ...(kind.length > 0 && { kind: { field: "kind", in: kind } }),
            ...(own.length > 0 && { organisation: { field: "organisation", in: own } }),
          },
        };
        const page = { offset: 0, limit: 0, facets: ["organisation"] };
        const { facets, named } = await engine().search(INDEX, { ...question, ...page });
        expect(named).toEqual([]);
        const counts = await askValues(engine(), { ...question, name: asked });
        const together = { ...questionOf({ ...question, name: asked }), facets: ["kind", "organisation"] };
        expect(await engine().search(INDEX, together)).toMatchObject({
          ...{ named: counts, facets: { organisation: facets.organisation } },
        });
        const all = Object.entries(facets.organisation ?? {});
        expect(all).toEqual(expect.arrayContaining(counts.map(({ value, count }) => [value, count])));
        if (asked === "") expect(counts).toHaveLength(all.length);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it("never name what another school lists", async () => {
    for (const name of ["green", "boats", `x" OR schoolIds = "${HARBOR}`])
      expect(await valuesFor(engine(), { name })).not.toContain("o-theirs");
    expect(await valuesFor(engine(), { name: "boats", scope: { schoolId: HARBOR } })).toEqual(["o-theirs"]);
  });

  it("follow a new name, and go with the last document", async () => {
    const search = engine();
    const one = ofOrganisation("o-late", "Old Mill");
    await search.put(INDEX, [one]);
    await search.put(INDEX, [{ ...one, version: 2, texts: { ...one.texts, organisation: ["New Mill"] } }]);
    expect(await valuesFor(search, { name: "old" })).toEqual([]);
    expect(await valuesFor(search, { name: "new mill" })).toEqual(["o-late"]);
    await search.remove(INDEX, [{ id: one.id, version: 3 }]);
    expect(await valuesFor(search, { name: "mill" })).toEqual([]);
  });

  it("are asked of facets with names alone, in a school, in an index that is there", async () => {
    const search = engine();
    for (const facet of ["kind", "shoe_size", "__proto__"])
      expect(await faultOf(askValues(search, { facet })), facet).toBe("unknown_field");
    expect(await faultOf(askValues(search, { scope: { schoolId: "all" } }))).toBe("bad_question");
    expect(await faultOf(askValues(search, { limit: -1 }))).toBe("bad_question");
    expect(await faultOf(search.search("people", questionOf({})))).toBe("unknown_index");
    expect(await faultOf(search.search("interests", questionOf({})))).toBe("unknown_field");
  });
}
