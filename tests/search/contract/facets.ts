import fc from "fast-check";
import { expect, it } from "vitest";
import { planQuery } from "~search/plan-query";
import type { Filter, SearchDocument, SearchIndex } from "~search/port";
import { ask, HARBOR, INDEX, LAKEVIEW, makeDocument } from "../documents";

const kinds = ["internship", "shadow_day", "Service learning", "niño=1"];
const days = [1, 2, 3, 4, 5];
const words = ["river", "music", "kitchen", "robots"];
/** Two words that stand together wherever one of them does: then engines mean the same by both (decision 108). */
const PAIR = "tide pool";
const arbitrary = fc.record({
  title: fc.subarray([...words, PAIR], { minLength: 1 }),
  kind: fc.constantFrom(...kinds),
  weekdays: fc.subarray(days),
  grade: fc.integer({ min: 6, max: 12 }),
});
const question = fc.record({
  text: fc.option(fc.constantFrom(...words, PAIR)),
  kind: fc.subarray(kinds),
  weekday: fc.subarray(days),
  upToGrade: fc.option(fc.integer({ min: 6, max: 12 })),
});
type Asked = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

/** The limits of a question as conditions on a document, by the name they stand under. */
const testsOf = (asked: Asked) => ({
  kind: ({ facets }: SearchDocument) => asked.kind.length === 0 || asked.kind.includes(String(facets.kind?.[0])),
  weekday: ({ facets }: SearchDocument) =>
    asked.weekday.length === 0 || (facets.weekday ?? []).some((day) => asked.weekday.includes(Number(day))),
  grade: ({ numbers }: SearchDocument) => asked.upToGrade === null || Number(numbers.minimumGrade) <= asked.upToGrade,
});

/** Counts by looking at every document, each facet without its own limit. */
function countBrutally(documents: readonly SearchDocument[], asked: Asked, field: "kind" | "weekday") {
  const counts: Record<string, number> = {};
  const others = Object.entries(testsOf(asked)).filter(([name]) => name !== field);
  for (const document of documents.filter((row) => others.every(([, passes]) => passes(row))))
    for (const value of document.facets[field] ?? []) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export function describeFacets(engine: () => SearchIndex): void {
  it("count what a brute-force count finds, each without its own filter", async () => {
    const search = engine();
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
            const { text, kind, weekday, upToGrade } = asked;
            const found = made.filter(({ texts }) => text === null || texts.title?.[0]?.includes(text));
            const { parts } = planQuery({ text: `${text ?? ""} `, capabilities: search.capabilities });
            const answer = await ask(search, {
              parts,
              filters: {
                ...(kind.length > 0 && { kind: { field: "kind", in: kind } }),
                ...(weekday.length > 0 && { weekday: { field: "weekday", in: weekday } }),
                ...(upToGrade !== null && { grade: { field: "minimumGrade", atMost: upToGrade } }),
              },
              facets: ["kind", "weekday"],
            });
            const counted = {
              kind: countBrutally(found, asked, "kind"),
              weekday: countBrutally(found, asked, "weekday"),
            };
            expect(answer.facets).toEqual(counted);
            const passed = found.filter((row) => Object.values(testsOf(asked)).every((passes) => passes(row)));
            expect(answer.total).toBe(passed.length);
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

  it("count each school's own documents alone, and one that two schools list for both", async () => {
    const search = engine();
    const listed = (id: string, kind: string, ...schoolIds: string[]) =>
      makeDocument({ id, title: "Ferry deck hand", schoolIds, facets: { kind: [kind], weekday: [2] } });
    const documents = [
      listed("here", "internship", LAKEVIEW),
      listed("there", "interview", HARBOR),
      listed("both", "shadow_day", LAKEVIEW, HARBOR),
    ];
    await search.put(INDEX, documents);
    const kind = { field: "kind", in: ["shadow_day"] };
    const limits: Record<string, Filter>[] = [{}, { kind }];
    for (const filters of limits)
      for (const text of [undefined, "ferry"]) {
        const asked = { facets: ["kind", "weekday"], filters, ...(text && { text }) };
        const here = await ask(search, asked);
        const there = await ask(search, { ...asked, scope: { schoolId: HARBOR } });
        expect(here.facets.kind).toEqual({ internship: 1, shadow_day: 1 });
        expect(there.facets.kind).toEqual({ interview: 1, shadow_day: 1 });
        const each = "kind" in filters ? 1 : 2;
        expect([here.facets.weekday, there.facets.weekday]).toEqual([{ 2: each }, { 2: each }]);
      }
    await search.remove(
      INDEX,
      documents.map(({ id }) => ({ id, version: 2 })),
    );
  });

  it("are empty, not absent, where nothing was found", async () => {
    const answer = await ask(engine(), { text: "zzxq", facets: ["kind", "weekday"] });
    expect(answer).toMatchObject({ total: 0, facets: { kind: {}, weekday: {} } });
  });
}
