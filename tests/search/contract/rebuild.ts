import { expect, it } from "vitest";
import { fingerprintOf } from "~search/fingerprint";
import type { Holding, SearchDocument, SearchIndex } from "~search/port";
import { ask, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";

const scope = { schoolId: LAKEVIEW };

async function allHeld(search: SearchIndex): Promise<Map<string, Holding["fingerprint"]>> {
  const held = new Map<string, Holding["fingerprint"]>();
  for await (const page of search.holdings(INDEX)) for (const { id, fingerprint } of page) held.set(id, fingerprint);
  return held;
}

export function describeRebuild(engine: () => SearchIndex): void {
  it("holds exactly what it was given, and says what that is", async () => {
    const search = engine();
    const orphan = makeDocument({ title: "Closed long ago" });
    await search.put(INDEX, [orphan]);
    const documents = ["Sail maker", "Rope maker", "Net maker"].map((title) => makeDocument({ title }));
    expect(await search.rebuild(INDEX, [documents.slice(0, 2), documents.slice(2)])).toEqual({ taken: 3, refused: [] });
    expect(idsOf(await ask(search, {})).sort()).toEqual(documents.map(({ id }) => id).sort());
    expect(await allHeld(search)).toEqual(new Map(documents.map((document) => [document.id, fingerprintOf(document)])));
    expect(await search.isCurrent(INDEX)).toBe(true);
    expect(await search.version()).toMatch(/^\d+\.\d+/);
  });

  it("forgets what is removed, and tells a changed document from the one before", async () => {
    const search = engine();
    const [kept, changed, removed] = ["One", "Two", "Three"].map((title) => makeDocument({ title })) as [
      SearchDocument,
      SearchDocument,
      SearchDocument,
    ];
    await search.rebuild(INDEX, [[kept, changed, removed]]);
    await search.put(INDEX, [{ ...changed, version: 2, numbers: { minimumGrade: 7 } }]);
    await search.remove(INDEX, [{ id: removed.id, version: 2 }]);
    const held = await allHeld(search);
    expect([...held.keys()].sort()).toEqual([kept.id, changed.id].sort());
    expect(held.get(kept.id)).toBe(fingerprintOf(kept));
    expect(held.get(changed.id)).not.toBe(fingerprintOf(changed));
  });

  it("sets a bad document aside and takes all others", async () => {
    const search = engine();
    const bad = { ...makeDocument({ title: "Nowhere" }), point: { latitude: 95, longitude: 0 } };
    const good = makeDocument({ title: "Somewhere" });
    const { taken, refused } = await search.rebuild(INDEX, [[bad, good]]);
    expect([taken, refused.map(({ id }) => id)]).toEqual([1, [bad.id]]);
    expect(refused[0]?.because).not.toBe("");
    expect(await search.count(INDEX, scope)).toMatchObject({ count: 1 });
  });

  it("loses nothing that is written meanwhile, and is never empty for who searches", async () => {
    const search = engine();
    const documents = Array.from({ length: 60 }, (_, place) =>
      makeDocument({ id: `while${place}`, title: "Harbour pilot" }),
    );
    await search.rebuild(INDEX, [documents]);
    const totals: number[] = [];
    const look = async () => void totals.push((await ask(search, { text: "harbour" })).total);
    const late = makeDocument({ id: "late", version: 5, title: "Harbour master" });
    const changed = { ...(documents[1] as SearchDocument), version: 5, texts: { title: ["Harbour diver"] } };

    async function* stream() {
      yield documents.slice(0, 20);
      await look();
      // Changes of what the rebuild has passed, of what it has yet to come to, and of what it never heard of.
      await search.put(INDEX, [late, changed]);
      await search.remove(INDEX, [
        { id: "while0", version: 5 },
        { id: "while59", version: 5 },
      ]);
      await look();
      yield documents.slice(20, 40);
      await look();
      yield documents.slice(40);
    }
    const [, ...others] = await Promise.all([search.rebuild(INDEX, stream()), look(), look()]);
    await look();
    expect(others).toHaveLength(2);
    expect(Math.min(...totals)).toBeGreaterThanOrEqual(58);
    const held = await allHeld(search);
    expect(held.size).toBe(59);
    expect(held.get("late")).toBe(fingerprintOf(late));
    expect(held.get("while1")).toBe(fingerprintOf(changed));
    expect([held.has("while0"), held.has("while59")]).toEqual([false, false]);
    expect(idsOf(await ask(search, { text: "diver" }))).toEqual(["while1"]);
  });

  it("leaves everything as it was when what it is given breaks off", async () => {
    const search = engine();
    const before = makeDocument({ id: "before", title: "Clock tower guide" });
    await search.rebuild(INDEX, [[before]]);
    async function* broken() {
      yield [makeDocument({ id: "half", title: "Half a list" })];
      throw new Error("the rows cannot be read");
    }
    await expect(search.rebuild(INDEX, broken())).rejects.toThrow("the rows cannot be read");
    expect(idsOf(await ask(search, { text: "clock" }))).toEqual(["before"]);
    await search.put(INDEX, [makeDocument({ id: "after", title: "Clock maker" })]);
    expect(await search.rebuild(INDEX, [[{ ...before, version: 2 }]])).toMatchObject({ taken: 1 });
    expect(idsOf(await ask(search, { text: "clock tower" }))).toEqual(["before"]);
  });

  it("takes no text of a search for the other side: two rebuilds at once end as one of them", async () => {
    const search = engine();
    const sets = ["Left", "Right"].map((side) =>
      [1, 2, 3].map((n) => makeDocument({ id: `${side}${n}`, title: `${side} bank` })),
    );
    const [left, right] = sets as [SearchDocument[], SearchDocument[]];
    await Promise.all([search.rebuild(INDEX, [left]), search.rebuild(INDEX, [right])]);
    expect((await ask(search, { text: "bank" })).total).toBeGreaterThanOrEqual(3);
    await search.rebuild(INDEX, [right]);
    expect(idsOf(await ask(search, { text: "bank" })).sort()).toEqual(["Right1", "Right2", "Right3"]);
  });
}
