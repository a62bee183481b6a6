import { expect, it } from "vitest";
import type { SearchIndex } from "~search/port";
import { nameThrowAway } from "~search/throw-away";
import { ask, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";

const NOW = new Date("2026-10-15T17:00:00Z");
const before = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

export function describeSweep(engine: () => SearchIndex): void {
  it("takes away what runs left that were killed a day ago, and nothing that is younger or serves", async () => {
    const search = engine();
    const serving = makeDocument({ title: "Barnacle keeper" });
    await search.put(INDEX, [serving]);
    const scope = { schoolId: LAKEVIEW };
    const [left, young] = [nameThrowAway(INDEX, before(25)), nameThrowAway(INDEX, before(23))];
    const nameless = `throw-away/of-an-older-version/${INDEX}`;
    for (const index of [left, young, nameless]) await search.put(index, [makeDocument({ title: "Barnacle" })]);
    expect(await search.sweep(NOW)).toHaveLength(2);
    const held = async (index: string) => (await search.count(index, scope)).count;
    expect(await Promise.all([left, nameless, young].map(held))).toEqual([0, 0, 1]);
    expect(idsOf(await ask(search, { text: "barnacle" }))).toEqual([serving.id]);
    expect(await search.sweep(NOW)).toEqual([]);
    await search.drop(young);
  });
}
