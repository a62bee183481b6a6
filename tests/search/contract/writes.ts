import fc from "fast-check";
import { expect, it } from "vitest";
import type { SearchIndex } from "~search/port";
import { ask, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";
import { faultOf } from "./under-test";

export function describeWrites(engine: () => SearchIndex): void {
  it("replaces a whole document, and a repeat changes nothing", async () => {
    const search = engine();
    const old = makeDocument({ title: "Clay studio helper", facets: { kind: ["internship"] } });
    await search.put(INDEX, [old]);
    await search.put(INDEX, [{ ...old, version: 2, texts: { title: ["Glass studio helper"] }, facets: {} }]);
    await search.put(INDEX, [{ ...old, version: 2, texts: { title: ["Glass studio helper"] }, facets: {} }]);
    expect(idsOf(await ask(search, { text: "clay" }))).toEqual([]);
    const found = await ask(search, { text: "glass", facets: ["kind"] });
    expect(idsOf(found)).toEqual([old.id]);
    expect(found.facets).toEqual({ kind: {} });
  });

  it("never lets an older version overwrite a newer one, nor bring a removed document back", async () => {
    const search = engine();
    const fresh = makeDocument({ title: "Xylophone workshop", version: 5 });
    await search.put(INDEX, [fresh]);
    await search.put(INDEX, [{ ...fresh, version: 4, texts: { title: ["Accordion workshop"] } }]);
    expect(idsOf(await ask(search, { text: "xylophone" }))).toEqual([fresh.id]);
    expect(idsOf(await ask(search, { text: "accordion" }))).toEqual([]);
    await search.remove(INDEX, [{ id: fresh.id, version: 3 }]);
    expect(idsOf(await ask(search, { text: "xylophone" }))).toEqual([fresh.id]);
    await search.remove(INDEX, [{ id: fresh.id, version: 7 }]);
    await search.put(INDEX, [{ ...fresh, version: 6 }]);
    expect(idsOf(await ask(search, { text: "xylophone" }))).toEqual([]);
    await search.put(INDEX, [{ ...fresh, version: 8 }]);
    expect(idsOf(await ask(search, { text: "xylophone" }))).toEqual([fresh.id]);
  });

  it("keeps the newest of several versions in one batch, in whatever order they come", async () => {
    const search = engine();
    const one = makeDocument({ title: "Ferry deck crew", version: 3 });
    await search.put(INDEX, [one, { ...one, version: 2, texts: { title: ["Tugboat deck crew"] } }]);
    expect(idsOf(await ask(search, { text: "ferry" }))).toEqual([one.id]);
    expect(idsOf(await ask(search, { text: "tugboat" }))).toEqual([]);
  });

  it("ends where the newest change of each document is, in whatever order and however often changes come, also at once", async () => {
    const search = engine();
    const change = fc.record({ version: fc.integer({ min: 1, max: 6 }), removes: fc.boolean() });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(change, { minLength: 1, selector: ({ version }) => version }),
        async (changes) => {
          round += 1;
          const id = `reordered-${round}`;
          const shuffled = [...changes, ...changes.slice(0, 2)];
          await Promise.all(
            shuffled.map(({ version, removes }) =>
              removes
                ? search.remove(INDEX, [{ id, version }])
                : search.put(INDEX, [makeDocument({ id, version, title: `Reordered v${version}` })]),
            ),
          );
          const newest = changes.reduce((a, b) => (a.version > b.version ? a : b));
          const held = (await ask(search, { text: "reordered", limit: 100 })).hits.find((hit) => hit.id === id);
          expect(held?.texts.title).toEqual(newest.removes ? undefined : [`Reordered v${newest.version}`]);
          if (!newest.removes) await search.remove(INDEX, [{ id, version: 9 }]);
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);

  it("sets bad documents aside, each with its reason, and takes the others of the batch", async () => {
    const search = engine();
    const good = ["Bee keeper's hand", "Honey seller"].map((title) => makeDocument({ title }));
    const bad = [
      { ...makeDocument({}), facets: { shoe_size: [9] } },
      { ...makeDocument({}), version: 1.5 },
      { ...makeDocument({}), point: { latitude: 91, longitude: 0 } },
      { ...makeDocument({}), numbers: { minimumGrade: Number.NaN } },
      makeDocument({ schoolIds: [LAKEVIEW, "lakeview"] }),
      makeDocument({ id: "half \ud83d" }),
      makeDocument({ id: "nul\0" }),
      makeDocument({ id: "" }),
    ];
    const [first, second] = good as [(typeof good)[0], (typeof good)[0]];
    const thrown = await search.put(INDEX, [first, ...bad, second]).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ fault: "bad_document", refused: bad.map(({ id }) => ({ id })) });
    expect(idsOf(await ask(search, { text: "bee" }))).toEqual([first.id]);
    expect(idsOf(await ask(search, { text: "honey" }))).toEqual([second.id]);
  });

  it("takes ids of any kind", async () => {
    const search = engine();
    const ids = ["11-1011.00", "niño", "a b/c?d#e", "'; drop --", "犬"];
    await search.put(
      INDEX,
      ids.map((id) => makeDocument({ id, title: "Oddly named" })),
    );
    expect(idsOf(await ask(search, { text: "oddly" })).sort()).toEqual([...ids].sort());
    await search.remove(
      INDEX,
      ids.map((id) => ({ id, version: 2 })),
    );
    expect(idsOf(await ask(search, { text: "oddly" }))).toEqual([]);
  });

  it("takes a throw-away index away with all that is in it, and no other", async () => {
    const search = engine();
    const index = `throw-away/contract/${INDEX}`;
    const scope = { schoolId: LAKEVIEW };
    await search.put(index, [makeDocument({ title: "Lighthouse keeper" })]);
    expect(await search.count(index, scope)).toMatchObject({ count: 1 });
    await search.drop(index);
    await search.drop(index);
    expect(await search.count(index, scope)).toMatchObject({ count: 0 });
    expect(await faultOf(search.drop(INDEX))).toBe("bad_question");
  });
}
