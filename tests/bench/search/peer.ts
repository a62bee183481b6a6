import MiniSearch from "minisearch";
import type { Point, SearchDocument } from "~search/port";
import type { Competitor, Need } from "./competitor";

interface Flat {
  id: string;
  title: string;
  organisation: string;
  willDo: string;
  description: string;
}

/** MiniSearch in the memory of this process: no network, no rights, no facets of its own; those are counted over its hits. */
export function miniSearch(): Competitor {
  const peer = new MiniSearch<Flat>({ fields: ["title", "organisation", "willDo", "description"], storeFields: [] });
  const byId = new Map<string, SearchDocument>();
  return {
    name: "MiniSearch",
    async fill(documents) {
      for (const document of documents) {
        byId.set(document.id, document);
        const [title = "", organisation = "", willDo = "", description = ""] = Object.values(document.texts).map(
          (all) => all.join(" "),
        );
        peer.add({ id: document.id, title, organisation, willDo, description });
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
      const counts = new Map<string, number>();
      if (filtered)
        for (const { id } of hits)
          for (const value of byId.get(String(id))?.facets.interest ?? [])
            counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
      return hits.length;
    },
    close: async () => {},
  };
}

function metres(a: Point, b: Point | null): number {
  if (!b) return Number.POSITIVE_INFINITY;
  const north = (b.latitude - a.latitude) * 111_195;
  const east = (b.longitude - a.longitude) * 111_195 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
