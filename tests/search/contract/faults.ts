import { expect, it } from "vitest";
import type { Filter, SearchIndex } from "~search/port";
import { ask, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";
import { type EngineUnderTest, faultOf } from "./under-test";

export function describeFaults(
  engine: () => SearchIndex,
  { openDown, openUnfilled }: Pick<EngineUnderTest, "openDown" | "openUnfilled">,
): void {
  const nothing = { scope: { schoolId: LAKEVIEW }, parts: [], offset: 0, limit: 1 };
  const withFilter = (filter: Filter) => faultOf(ask(engine(), { filters: { a: filter } }));

  it("refuses fields and indexes it does not know by name", async () => {
    const search = engine();
    expect(await faultOf(ask(search, { facets: ["shoe_size"] }))).toBe("unknown_field");
    expect(await withFilter({ field: "shoe_size", in: [1] })).toBe("unknown_field");
    expect(await withFilter({ not: { all: [{ field: "__proto__", missing: true }] } })).toBe("unknown_field");
    expect(await faultOf(ask(search, { sort: { field: "kind" } }))).toBe("unknown_field");
    expect(await faultOf(ask(search, { leanings: [{ field: "shoe_size", value: "9", weight: 1 }] }))).toBe(
      "unknown_field",
    );
    for (const index of ["people", "__proto__", "", "throw-away/people"]) {
      expect(await faultOf(search.search(index, nothing)), index).toBe("unknown_index");
      expect(await faultOf(search.put(index, [])), index).toBe("unknown_index");
      expect(await faultOf(search.isCurrent(index)), index).toBe("unknown_index");
      expect(await faultOf(search.rebuild(index, [])), index).toBe("unknown_index");
      const held = search.holdings(index)[Symbol.asyncIterator]();
      expect(await faultOf(held.next()), index).toBe("unknown_index");
    }
  });

  it("refuses questions that make no sense", async () => {
    const search = engine();
    expect(await faultOf(ask(search, { scope: { schoolId: "all" } }))).toBe("bad_question");
    expect(await faultOf(search.count(INDEX, { schoolId: "*" }))).toBe("bad_question");
    expect(await faultOf(ask(search, { offset: 990, limit: 20 }))).toBe("bad_question");
    expect(await faultOf(ask(search, { offset: -1 }))).toBe("bad_question");
    expect(await faultOf(ask(search, { sort: { nearest: { latitude: 0, longitude: 200 } } }))).toBe("bad_question");
    expect(await withFilter({ near: { latitude: Number.NaN, longitude: 0 }, withinMetres: 1 })).toBe("bad_question");
    expect(await withFilter({ near: { latitude: 0, longitude: 0 }, withinMetres: Number.POSITIVE_INFINITY })).toBe(
      "bad_question",
    );
    expect(await withFilter({ near: { latitude: 95, longitude: 0 }, withinMetres: 1 })).toBe("bad_question");
    for (const value of ["nine", "", " ", Number.NaN, null as never, true as never])
      expect(await withFilter({ field: "minimumGrade", in: [value] }), String(value)).toBe("bad_question");
    expect(await withFilter({ field: "minimumGrade", atLeast: "" as never })).toBe("bad_question");
    const named = { facet: "organisation", name: "", limit: -1 };
    expect(await faultOf(search.search(INDEX, { ...nothing, named }))).toBe("bad_question");
    const nowhere: Filter = { near: { latitude: -95, longitude: 0 }, withinMetres: 1 };
    expect(await withFilter(nowhere)).toBe("bad_question");
    expect(await withFilter({ field: "kind", atLeast: 1 })).toBe("bad_question");
    const deep = Array.from({ length: 40 }).reduce<Filter>((inner) => ({ not: inner }), { all: [] });
    expect(await withFilter(deep)).toBe("bad_question");
  });

  it("never answers from an index that was not filled as a whole yet, whatever single changes came", async () => {
    const { search, close } = await openUnfilled();
    const asked = { scope: nothing.scope, each: [{ parts: [], without: [] }] };
    const early = makeDocument({ title: "Came early" });
    for (const change of [undefined, early]) {
      if (change) expect([null, "engine_unfit"]).toContain(await faultOf(search.put(INDEX, [change])));
      expect(await faultOf(search.search(INDEX, nothing))).toBe("engine_unfit");
      expect(await faultOf(search.count(INDEX, nothing.scope))).toBe("engine_unfit");
      expect(await faultOf(search.totals(INDEX, asked))).toBe("engine_unfit");
      expect(await search.isCurrent(INDEX)).toBe(false);
    }
    await search.rebuild(INDEX, [[early]]);
    expect(await search.isCurrent(INDEX)).toBe(true);
    expect(idsOf(await ask(search, {}))).toEqual([early.id]);
    await close();
  });

  it("says that it is down when nobody answers, whatever is asked", async () => {
    const { search, close } = await openDown();
    expect(await faultOf(ask(search, { text: "x" }))).toBe("engine_down");
    const each = [{ parts: [], without: [] }];
    expect(await faultOf(search.totals(INDEX, { scope: nothing.scope, each }))).toBe("engine_down");
    expect(await faultOf(search.put(INDEX, [makeDocument({})]))).toBe("engine_down");
    expect(await faultOf(search.remove(INDEX, [{ id: "x", version: 1 }]))).toBe("engine_down");
    expect(await faultOf(search.count(INDEX, { schoolId: LAKEVIEW }))).toBe("engine_down");
    expect(await faultOf(search.isCurrent(INDEX))).toBe("engine_down");
    expect(await faultOf(search.version())).toBe("engine_down");
    expect(await faultOf(search.rebuild(INDEX, []))).toBe("engine_down");
    expect(await faultOf(search.holdings(INDEX)[Symbol.asyncIterator]().next())).toBe("engine_down");
    expect(await faultOf(search.drop("throw-away/down/placements"))).toBe("engine_down");
    expect(await faultOf(search.sweep(new Date()))).toBe("engine_down");
    await close();
  });
}
