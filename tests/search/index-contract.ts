import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SearchError, type SearchIndex } from "~search/port";
import { ask, HARBOR, INDEX, idsOf, LAKEVIEW, makeDocument, type OpenIndex } from "./documents";

/** What every engine behind the port keeps, whatever it is made of. `open` gives an empty index of its own. */
export function describeSearchIndex(name: string, open: () => Promise<OpenIndex>): void {
  describe(name, () => {
    let opened: OpenIndex;
    let search: SearchIndex;

    beforeAll(async () => {
      opened = await open();
      ({ search } = opened);
    });
    afterAll(() => opened.close());

    const fault = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      return error instanceof SearchError ? error.fault : error;
    };

    it("replaces a whole document, and a repeat changes nothing", async () => {
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
      const fresh = makeDocument({ title: "Xylophone workshop", version: 5 });
      await search.put(INDEX, [fresh]);
      await search.put(INDEX, [{ ...fresh, version: 4, texts: { title: ["Accordion workshop"] } }]);
      expect(idsOf(await ask(search, { text: "xylophone" }))).toEqual([fresh.id]);
      expect(idsOf(await ask(search, { text: "accordion" }))).toEqual([]);
      await search.remove(INDEX, [{ id: fresh.id, version: 7 }]);
      await search.put(INDEX, [{ ...fresh, version: 6 }]);
      expect(idsOf(await ask(search, { text: "xylophone" }))).toEqual([]);
      await search.put(INDEX, [{ ...fresh, version: 8 }]);
      expect(idsOf(await ask(search, { text: "xylophone" }))).toEqual([fresh.id]);
    });

    it("keeps the newest of several versions in one batch, in whatever order they come", async () => {
      const one = makeDocument({ title: "Ferry deck crew", version: 3 });
      await search.put(INDEX, [one, { ...one, version: 2, texts: { title: ["Tugboat deck crew"] } }]);
      expect(idsOf(await ask(search, { text: "ferry" }))).toEqual([one.id]);
      expect(idsOf(await ask(search, { text: "tugboat" }))).toEqual([]);
    });

    it("never answers with another school's document, by text, by filter or by the lack of one", async () => {
      const theirs = makeDocument({
        title: "Observatory night watch",
        schoolIds: [HARBOR],
        facets: { openAt: [HARBOR], kind: ["secret_kind"] },
      });
      const both = makeDocument({ title: "Observatory day guide", schoolIds: [HARBOR, LAKEVIEW] });
      await search.put(INDEX, [theirs, both]);
      const filters = [
        undefined,
        { any: { any: [{ field: "openAt", in: [HARBOR] }, { not: { field: "openAt", in: [HARBOR] } }] } },
        { any: { not: { field: "kind", in: ["nothing"] } } },
        {
          any: {
            any: [
              { field: "kind", missing: true as const },
              { field: "kind", in: ["secret_kind"] },
            ],
          },
        },
      ];
      for (const filter of filters) {
        const asked = filter === undefined ? {} : { filters: filter };
        const found = await ask(search, {
          text: `observatory " OR school_ids = '${HARBOR}' --`,
          facets: ["kind", "openAt"],
          ...asked,
        });
        expect(idsOf(found)).toEqual([both.id]);
        expect(found.facets).toEqual({ kind: {}, openAt: {} });
      }
      expect(await search.count(INDEX, { schoolId: HARBOR })).toBe(2);
      expect(idsOf(await ask(search, { text: "observatory", scope: { schoolId: HARBOR } })).sort()).toEqual(
        [theirs.id, both.id].sort(),
      );
    });

    it("refuses what it does not know by name", async () => {
      expect(await fault(ask(search, { facets: ["shoe_size"] }))).toBe("unknown_field");
      expect(await fault(ask(search, { filters: { a: { field: "shoe_size", in: [1] } } }))).toBe("unknown_field");
      expect(await fault(ask(search, { sort: { field: "kind" } }))).toBe("unknown_field");
      expect(
        await fault(search.search("people", { scope: { schoolId: LAKEVIEW }, parts: [], offset: 0, limit: 1 })),
      ).toBe("unknown_index");
      expect(
        await fault(search.search("__proto__", { scope: { schoolId: LAKEVIEW }, parts: [], offset: 0, limit: 1 })),
      ).toBe("unknown_index");
      expect(await fault(search.put(INDEX, [{ ...makeDocument({}), facets: { shoe_size: [9] } }]))).toBe(
        "bad_document",
      );
      expect(await fault(ask(search, { scope: { schoolId: "all" } }))).toBe("bad_question");
      expect(await fault(ask(search, { offset: 990, limit: 20 }))).toBe("bad_question");
      expect(await fault(ask(search, { offset: -1 }))).toBe("bad_question");
      expect(
        await fault(ask(search, { filters: { a: { near: { latitude: Number.NaN, longitude: 0 }, withinMetres: 1 } } })),
      ).toBe("bad_question");
    });

    it("takes a throw-away index away with all that is in it, and no other", async () => {
      const index = `throw-away/contract/${INDEX}`;
      const scope = { schoolId: LAKEVIEW };
      await search.put(index, [makeDocument({ title: "Lighthouse keeper" })]);
      expect(await search.count(index, scope)).toBe(1);
      await search.drop(index);
      await search.drop(index);
      expect(await search.count(index, scope)).toBe(0);
      expect(await fault(search.drop(INDEX))).toBe("bad_question");
    });

    it("answers every text somebody may send", async () => {
      const hostile = [
        "'",
        '"',
        "-",
        "\\",
        "%",
        "_",
        "a",
        "''; drop table search_terms",
        "\0",
        "\ud800",
        "🐕",
        "犬の世話",
        "رعاية الحيوانات",
        "a ".repeat(500),
        "=interest=cooking",
        "null",
        "x".repeat(5000),
        "-garden",
        "(((",
        "a b c d e f g h i j",
      ];
      for (const text of hostile)
        expect((await ask(search, { text, open: true })).total, text).toBeGreaterThanOrEqual(0);
    });

    it("finds words of every script", async () => {
      const documents = [
        "犬の世話をする人",
        "مساعد في حديقة الحيوان",
        "Помощник в саду",
        "Trợ giảng tiếng Việt",
        "Dog walking 🐕 club",
      ].map((title) => makeDocument({ title }));
      await search.put(INDEX, documents);
      const asked = ["犬の世話", "حديقة", "саду", "tieng viet", "🐕"];
      for (const [place, text] of asked.entries())
        expect(idsOf(await ask(search, { text })), text).toEqual([documents[place]?.id]);
    });
  });
}
