import type { Wiring } from "~/wiring";
import type { SearchIndex } from "~search/port";

/**
 * The engine inside the database: it stands behind every other one, and each change is in it whatever the others do. For what must
 * not be missed; whoever reads a page asks `search`.
 */
export function surestEngine({ searchEngines }: Pick<Wiring, "searchEngines">): SearchIndex {
  const engine = searchEngines.find(({ capabilities }) => capabilities.engine === "postgres");
  if (!engine) throw new Error("There is no engine in the database");
  return engine;
}
