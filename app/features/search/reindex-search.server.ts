import type { Wiring } from "~/wiring";
import type { EngineName, Rebuilt, SearchDocument, SearchIndex } from "~search/port";
import { INDEXED, type Indexed } from "./indexed.server";

export interface Reindexed extends Rebuilt {
  engine: EngineName;
  index: string;
}

/** One index of one engine. */
export interface Build {
  search: SearchIndex;
  indexed: Indexed;
}

/**
 * Builds the named indexes anew from the rows, while they serve: without names every index of every engine. One that fails
 * keeps none of the others waiting: the first error is thrown after the last one.
 */
export async function reindexSearch(
  wiring: Wiring,
  builds: readonly Build[] = allBuilds(wiring),
): Promise<Reindexed[]> {
  const done: Reindexed[] = [];
  const errors: unknown[] = [];
  for (const { search, indexed } of builds) {
    const { engine } = search.capabilities;
    const { index } = indexed;
    try {
      const rebuilt = await search.rebuild(index, documentsOf(wiring, indexed));
      const counts = { taken: rebuilt.taken, refused: rebuilt.refused.length };
      wiring.log.info({ engine, kind: index, counts }, "a search index was built anew");
      done.push({ engine, index, ...rebuilt });
    } catch (err) {
      wiring.log.error({ engine, kind: index, err }, "a search index could not be built");
      errors.push(err);
    }
  }
  if (errors.length > 0) throw errors[0];
  return done;
}

export const allBuilds = ({ searchEngines }: Pick<Wiring, "searchEngines">): Build[] =>
  searchEngines.flatMap((search) => INDEXED.map((indexed) => ({ search, indexed })));

async function* documentsOf(wiring: Wiring, indexed: Indexed): AsyncGenerator<readonly SearchDocument[]> {
  for await (const { documents } of indexed.readAll(wiring)) yield documents;
}
