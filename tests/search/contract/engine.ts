import { afterAll, beforeAll, describe } from "vitest";
import type { SearchIndex } from "~search/port";
import type { OpenIndex } from "../documents";
import { describeFacets } from "./facets";
import { describeFaults } from "./faults";
import { describeFilters } from "./filters";
import { describeInterests } from "./interests";
import { describeOrder } from "./order";
import { describeRebuild } from "./rebuild";
import { describeScope } from "./scope";
import { describeSweep } from "./sweep";
import { describeTexts } from "./texts";
import { describeTotals } from "./totals";
import type { EngineUnderTest } from "./under-test";
import { describeValues } from "./values";
import { describeWrites } from "./writes";

/** What every engine behind the port keeps, whatever it is made of. */
export function describeEngine(name: string, engine: EngineUnderTest): void {
  describe(`${name}: the contract of search engines`, () => {
    part("writes", engine, describeWrites);
    part("scope", engine, describeScope);
    part("filters", engine, describeFilters);
    part("order and pages", engine, describeOrder);
    part("facets", engine, describeFacets);
    part("values of a facet", engine, describeValues);
    part("totals", engine, describeTotals);
    part("texts", engine, describeTexts);
    part("students and what they like", engine, describeInterests);
    part("rebuild", engine, describeRebuild);
    part("what was left", engine, describeSweep);
    part("faults", engine, (search) => describeFaults(search, engine));
  });
}

/** One part on an index of its own; tests ask for it when they run. */
function part(name: string, engine: EngineUnderTest, tests: (search: () => SearchIndex) => void): void {
  describe(name, () => {
    let opened: OpenIndex;
    beforeAll(async () => {
      opened = await engine.open();
    });
    afterAll(() => opened.close());
    tests(() => opened.search);
  });
}
