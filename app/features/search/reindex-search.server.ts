import type { Wiring } from "~/wiring";
import { PLACEMENTS } from "~search/placement-document";
import type { EngineName, Rebuilt, SearchDocument, SearchIndex } from "~search/port";
import { readAllDocuments } from "./read-documents.server";

export interface Reindexed extends Rebuilt {
  engine: EngineName;
}

/**
 * Builds the index of every engine anew from the rows, while it serves. An engine that fails keeps none of the others
 * waiting: the first error is thrown after the last one.
 */
export async function reindexSearch(
  wiring: Wiring,
  engines: readonly SearchIndex[] = wiring.searchEngines,
): Promise<Reindexed[]> {
  const done: Reindexed[] = [];
  const errors: unknown[] = [];
  for (const search of engines) {
    const { engine } = search.capabilities;
    try {
      const rebuilt = await search.rebuild(PLACEMENTS, documentsOf(wiring));
      const counts = { taken: rebuilt.taken, refused: rebuilt.refused.length };
      wiring.log.info({ engine, counts }, "a search index was built anew");
      done.push({ engine, ...rebuilt });
    } catch (err) {
      wiring.log.error({ engine, err }, "a search index could not be built");
      errors.push(err);
    }
  }
  if (errors.length > 0) throw errors[0];
  return done;
}

async function* documentsOf(wiring: Wiring): AsyncGenerator<SearchDocument[]> {
  for await (const { documents } of readAllDocuments(wiring)) yield documents;
}
