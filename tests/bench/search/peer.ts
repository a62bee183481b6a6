import MiniSearch from "minisearch";
import type { Point, SearchDocument } from "~search/port";
import type { Competitor, Need } from "./competitor";

/** The texts of a document, which it looks in like the engines do. */
const FIELDS = ["title", "organisation", "interests", "willDo", "description"] as const;
/** Those that the engines count for the same question. */
const FACETS = ["kind", "weekday", "interest"];

type Flat = { id: string } & Record<(typeof FIELDS)[number], string>;

/** MiniSearch in the memory of this process: no network, no rights, no facets of its own; those are counted over its hits. */
export function miniSearch(): Competitor {
  const peer = new MiniSearch<Flat>({ fields: [...FIELDS], storeFields: [] });
  const byId = new Map<string, SearchDocument>();
  return {
    name: "MiniSearch",
    async fill(documents) {
      for (const document of documents) {
        byId.set(document.id, document);
        peer.add({ id: document.id, ...flatten(document) });
      }
    },
    async ask({ text, filtered, near }: Need) {
      const hits = peer.search(text, {
        prefix: (_term, place, terms) => place === terms.length - 1,
        fuzzy: (term) => (term.length < 5 ? false : term.length < 9 ? 1 : 2),
        boost: { title: 3 },
        filter: ({ id }) => {
          const document = byId.get(String(id));
          if (!document) return false;
          if (filtered && !(document.facets.kind?.includes("internship") && document.facets.weekday?.includes(2)))
            return false;
          return !near || metres(near, document.point) <= 5_000;
        },
      });
      if (filtered) countFacets(hits.map(({ id }) => byId.get(String(id))));
      return hits.length;
    },
    close: async () => {},
  };
}

const flatten = ({ texts }: SearchDocument) =>
  Object.fromEntries(FIELDS.map((field) => [field, (texts[field] ?? []).join(" ")])) as Omit<Flat, "id">;

function countFacets(found: readonly (SearchDocument | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of found)
    for (const facet of FACETS)
      for (const value of document?.facets[facet] ?? [])
        counts.set(`${facet}=${value}`, (counts.get(`${facet}=${value}`) ?? 0) + 1);
  return counts;
}

function metres(a: Point, b: Point | null): number {
  if (!b) return Number.POSITIVE_INFINITY;
  const north = (b.latitude - a.latitude) * 111_195;
  const east = (b.longitude - a.longitude) * 111_195 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
