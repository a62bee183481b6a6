import { expect, it } from "vitest";
import { fingerprintOf } from "~search/fingerprint";
import type { Answer, Holding, SearchDocument, SearchIndex } from "~search/port";
import { ask, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";

const scope = { schoolId: LAKEVIEW };

async function allHeld(search: SearchIndex): Promise<Map<string, Holding["fingerprint"]>> {
  const held = new Map<string, Holding["fingerprint"]>();
  for await (const page of search.holdings(INDEX)) for (const { id, fingerprint } of page) held.set(id, fingerprint);
  return held;
}

const sayDocument = ({ id, texts }: Pick<SearchDocument, "id" | "texts">) => `${id}: ${texts.title}`;

/** Each answer is whole, of documents as they were or as they are now, and nobody is shown again what was before. */
function expectOneWay(answers: readonly Answer[], { old, fresh }: Record<"old" | "fresh", ReadonlySet<string>>): void {
  const seenFresh = new Set<string>();
  for (const { hits, total, facets } of answers) {
    const found = new Set(hits.map(sayDocument));
    expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
    expect(hits.filter(({ id }) => id.startsWith("stays"))).toHaveLength(30);
    expect([total, facets.kind?.boats]).toEqual([hits.length, hits.length]);
    expect([...found].filter((one) => !old.has(one) && !fresh.has(one))).toEqual([]);
    for (const one of found) if (fresh.has(one)) seenFresh.add(one);
    expect([...seenFresh].filter((one) => !found.has(one))).toEqual([]);
  }
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

  it("changes over without a moment in which somebody finds less, a document twice, or what was before", async () => {
    const search = engine();
    const named = (length: number, name: string, said: Pick<SearchDocument, "version"> & { title: string }) =>
      Array.from({ length }, (_, place) =>
        makeDocument({ id: `${name}${place}`, facets: { kind: ["boats"] }, numbers: { startsAt: place }, ...said }),
      );
    const before = [
      ...named(30, "stays", { version: 1, title: "Ferry deckhand" }),
      ...named(6, "leaves", { version: 1, title: "Ferry cook" }),
    ];
    const after = [
      ...named(30, "stays", { version: 2, title: "Ferry pilot" }),
      ...named(6, "joins", { version: 1, title: "Ferry clerk" }),
    ];
    await search.rebuild(INDEX, [before]);
    const questions: Parameters<typeof ask>[1][] = [
      { text: "ferry" },
      {},
      { text: "ferry", sort: { field: "startsAt", descending: true } },
    ];
    const look = (question: Parameters<typeof ask>[1]) => ask(search, { ...question, limit: 100, facets: ["kind"] });
    const first = await Promise.all(questions.map(look));
    const meanwhile = questions.map((): Answer[] => []);
    async function* stream() {
      for (let start = 0; start < after.length; start += 9) {
        const heard = meanwhile.map(({ length }) => length);
        while (meanwhile.some(({ length }, place) => length === heard[place])) await look({});
        yield after.slice(start, start + 9);
      }
    }
    let isOver = false;
    const watch = async (question: Parameters<typeof ask>[1], place: number) => {
      while (!isOver) meanwhile[place]?.push(await look(question));
    };
    const rebuilt = search.rebuild(INDEX, stream()).finally(() => {
      isOver = true;
    });
    await Promise.all([rebuilt, ...questions.map(watch)]);
    const last = await Promise.all(questions.map(look));

    const sides = { old: new Set(before.map(sayDocument)), fresh: new Set(after.map(sayDocument)) };
    for (const [place, answers] of meanwhile.entries()) {
      const all = [first[place] as Answer, ...answers, last[place] as Answer];
      expect(new Set(all[0]?.hits.map(sayDocument))).toEqual(sides.old);
      expect(new Set(all.at(-1)?.hits.map(sayDocument))).toEqual(sides.fresh);
      expectOneWay(all, sides);
      // An engine that builds beside changes over at once; one that writes in place, document by document.
      if (search.capabilities.engine === "meilisearch")
        for (const { hits } of all)
          expect([0, hits.length]).toContain(hits.filter((hit) => sides.fresh.has(sayDocument(hit))).length);
    }
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
