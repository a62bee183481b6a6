import type { Wiring } from "~/wiring";
import { noteWritesBack } from "~db/operations.server";
import { withSystem } from "~db/scope.server";
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

export interface Reindexing {
  built: Reindexed[];
  failed: { engine: EngineName; index: string; error: unknown }[];
}

/**
 * Builds indexes anew from the rows, while they serve. One that fails keeps none of the others waiting; an engine that has built
 * one takes changes again, if it took none.
 */
export async function buildIndexes(wiring: Wiring, builds: readonly Build[]): Promise<Reindexing> {
  const done: Reindexing = { built: [], failed: [] };
  for (const { search, indexed } of builds) {
    const { engine } = search.capabilities;
    const { index } = indexed;
    try {
      const rebuilt = await search.rebuild(index, documentsOf(wiring, indexed));
      const counts = { taken: rebuilt.taken, refused: rebuilt.refused.length };
      wiring.log.info({ engine, kind: index, counts }, "a search index was built anew");
      await noteBack(wiring, engine);
      done.built.push({ engine, index, ...rebuilt });
    } catch (err) {
      wiring.log.error({ engine, kind: index, err }, "a search index could not be built");
      done.failed.push({ engine, index, error: err });
    }
  }
  return done;
}

/** The index is built, and serves, whatever becomes of the note. */
async function noteBack(wiring: Wiring, engine: EngineName): Promise<void> {
  try {
    await withSystem(wiring, (tx) => noteWritesBack(tx, { engine }));
  } catch (err) {
    wiring.log.error({ engine, err }, "how a search engine is doing could not be noted");
  }
}

/** The same for every index of every engine; the first error is thrown after the last one. */
export async function reindexSearch(
  wiring: Wiring,
  builds: readonly Build[] = allBuilds(wiring),
): Promise<Reindexed[]> {
  const { built, failed } = await buildIndexes(wiring, builds);
  if (failed[0]) throw failed[0].error;
  return built;
}

export const allBuilds = ({ searchEngines }: Pick<Wiring, "searchEngines">): Build[] =>
  searchEngines.flatMap((search) => INDEXED.map((indexed) => ({ search, indexed })));

async function* documentsOf(wiring: Wiring, indexed: Indexed): AsyncGenerator<readonly SearchDocument[]> {
  for await (const { documents } of indexed.readAll(wiring)) yield documents;
}
