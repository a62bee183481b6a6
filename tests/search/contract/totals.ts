import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Filter, Part, SearchIndex, TotalsQuestion } from "~search/port";
import { ask, HARBOR, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";
import { faultOf } from "./under-test";

const MONDAY = 1;
const THURSDAY = 4;
const on = (day: number): Filter => ({ field: "weekday", in: [day] });
const placed = (id: string, title: string, weekday: number, kind = "internship", schoolIds = [LAKEVIEW]) =>
  makeDocument({ id, title, schoolIds, facets: { weekday: [weekday], kind: [kind] } });
const documents = [
  placed("clinic", "Animal clinic helper for the town", MONDAY),
  placed("shelter", "Animal shelter", THURSDAY),
  placed("ties", "At the lake for the day", THURSDAY),
  placed("cooks", "Kitchen hand", THURSDAY, "shadow_day"),
  placed("theirs", "Animal clinic", THURSDAY, "internship", [HARBOR]),
];

export function describeTotals(engine: () => SearchIndex): void {
  beforeAll(() => engine().put(INDEX, documents));
  const scope = { schoolId: LAKEVIEW };
  const saying = (text: string): Part[] => (text === "" ? [] : [{ text, weight: 1 }]);
  const closest = async (text: string, filters: Record<string, Filter>) =>
    idsOf(await ask(engine(), { text, filters, orClosest: true })).sort();

  it("are what each question says by itself, with its own words and without some of the filters", async () => {
    const text = fc.constantFrom(
      "",
      "animal",
      "animal clinic helper",
      "kitchen",
      "the lake",
      "xyzzy",
      "xyzzy animal",
      "!",
    );
    const one = fc.record({ text, without: fc.subarray(["day", "kind"]) });
    const filters = fc.record({ day: fc.constantFrom(MONDAY, THURSDAY), kind: fc.constantFrom("internship", "none") });
    const each = fc.array(one, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(each, filters, async (questions, { day, kind }) => {
        const all: Record<string, Filter> = { day: on(day), kind: { field: "kind", in: [kind] } };
        const asked: TotalsQuestion = {
          ...{ scope, filters: all },
          each: questions.map(({ text: said, without }) => ({ parts: saying(said), without })),
        };
        const { totals, degraded } = await engine().totals(INDEX, asked);
        expect(degraded).toBe(false);
        const alone = questions.map(async ({ text: said, without }) => {
          const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
          const question = { scope, parts: saying(said), filters: kept, offset: 0, limit: 0 };
          return (await engine().search(INDEX, question)).total;
        });
        expect(totals).toEqual(await Promise.all(alone));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("of no question are none, and questions that make no sense are refused", async () => {
    expect((await engine().totals(INDEX, { scope, each: [] })).totals).toEqual([]);
    const each = [{ parts: [], without: [] }];
    expect(await faultOf(engine().totals(INDEX, { scope: { schoolId: "*" }, each }))).toBe("bad_question");
    expect(await faultOf(engine().totals(INDEX, { scope, filters: { a: { field: "x", in: [] } }, each }))).toBe(
      "unknown_field",
    );
    expect(await faultOf(engine().totals("people", { scope, each }))).toBe("unknown_index");
  });

  it("let what passes the filters and comes closest be found, where nothing that was found passes them", async () => {
    expect(await closest("animal clinic helper", { day: on(THURSDAY) })).toEqual(["shelter"]);
    expect(await closest("animal clinic helper", { day: on(MONDAY) })).toEqual(["clinic"]);
    expect(await closest("animal xyzzy", { day: on(THURSDAY) })).toEqual(["shelter"]);
    expect(await closest("clinic", { day: on(THURSDAY) })).toEqual([]);
    expect(await closest("animal clinic", { kind: { field: "kind", in: ["none"] } })).toEqual([]);
  });
}
