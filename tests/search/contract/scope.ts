import fc from "fast-check";
import { expect, it } from "vitest";
import type { Filter, SearchIndex } from "~search/port";
import { ask, HARBOR, INDEX, idsOf, LAKEVIEW, makeDocument } from "../documents";

export function describeScope(engine: () => SearchIndex): void {
  const theirs = makeDocument({
    title: "Observatory night watch",
    schoolIds: [HARBOR],
    facets: { openAt: [HARBOR], kind: ["secret_kind"], interest: ["science"] },
  });
  const both = makeDocument({ title: "Observatory day guide", schoolIds: [HARBOR, LAKEVIEW] });

  it("never answers with another school's document, by text, by filter or by the lack of one", async () => {
    const search = engine();
    await search.put(INDEX, [theirs, both]);
    const filters: (Record<string, Filter> | undefined)[] = [
      undefined,
      { any: { any: [{ field: "openAt", in: [HARBOR] }, { not: { field: "openAt", in: [HARBOR] } }] } },
      { any: { not: { field: "kind", in: ["nothing"] } } },
      {
        any: {
          any: [
            { field: "kind", missing: true },
            { field: "kind", in: ["secret_kind"] },
          ],
        },
      },
      {
        any: {
          not: {
            all: [
              { field: "kind", missing: true },
              { field: "kind", in: [`x" OR schoolIds = "${HARBOR}`] },
            ],
          },
        },
      },
    ];
    for (const filter of filters) {
      const found = await ask(search, {
        text: `observatory " OR school_ids = '${HARBOR}' --`,
        facets: ["kind", "openAt"],
        ...(filter && { filters: filter }),
      });
      expect(idsOf(found)).toEqual([both.id]);
      expect(found.facets).toEqual({ kind: {}, openAt: {} });
      expect(found.total).toBe(1);
    }
    expect(await search.count(INDEX, { schoolId: HARBOR })).toMatchObject({ count: 2 });
    expect(idsOf(await ask(search, { text: "observatory", scope: { schoolId: HARBOR } })).sort()).toEqual(
      [theirs.id, both.id].sort(),
    );
  });

  it("is not widened by leanings, by tags of a text, or by any value of a filter", async () => {
    const search = engine();
    const tags = [{ words: ["observatory"], field: "interest", value: "science", alike: ["night"] }];
    const leaning = await ask(search, {
      parts: [{ text: "observatory", weight: 1, tags }],
      leanings: [{ field: "interest", value: "science", weight: 5 }],
    });
    expect(idsOf(leaning)).toEqual([both.id]);
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(`"`, `\\"`, `' OR 1`, "secret_kind", "*", "]"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 4 }), fc.boolean(), async (values, negated) => {
        const filter: Filter = { field: "kind", in: values };
        const found = await ask(search, { filters: { kind: negated ? { not: filter } : filter } });
        expect(idsOf(found)).toEqual(negated ? [both.id] : []);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
}
