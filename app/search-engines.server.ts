import type { Database } from "~db/connection.server";
import { noteEngineState, noteEngineVersion } from "~db/operations.server";
import { withSearchTables, withSystem } from "~db/scope.server";
import { tidySearchTables } from "~db/search-tables.server";
import { inTurn, NoTurn } from "~db/turns.server";
import { connectMeilisearch } from "~search/meilisearch.server";
import { createMeilisearchIndex } from "~search/meilisearch-index";
import { SearchError } from "~search/port";
import { createPostgresIndex } from "~search/postgres-index";
import { withFallback } from "~search/with-fallback";
import type { AppEnv } from "./env.server";
import type { Logger, Wiring } from "./wiring";

/** Nobody who types waits longer for the first engine. */
const READ_MS = 1_500;
/** A job writes little and comes again by itself: it neither waits long for an answer, the end of a task, nor its turn. */
const WRITE_MS = 5_000;
const WRITE_TASK_MS = 10_000;
const TURN_MS = 5_000;
/** Building an index anew, and reading all of one. */
const BUILD_MS = 15_000;
const BUILD_TASK_MS = 120_000;
/** Begins the names of our indexes on a server that others may share. */
const PREFIX = "throughline-";

/** Postgres alone, or Meilisearch with Postgres behind it where the settings name a server. */
export function openSearch(
  { search: meili }: Pick<AppEnv, "search">,
  { db, log }: { db: Database; log: Logger },
): Pick<Wiring, "search" | "searchEngines"> {
  const postgres = createPostgresIndex(
    (work) => withSearchTables({ db }, work),
    () => tidySearchTables({ db }),
  );
  if (!meili) return { search: postgres, searchEngines: [postgres] };
  const { url, readKey, writeKey } = meili;
  const meilisearch = createMeilisearchIndex({
    reader: connectMeilisearch({ url, key: readKey, answerMs: READ_MS, taskMs: WRITE_TASK_MS }),
    writer: connectMeilisearch({ url, key: writeKey, answerMs: WRITE_MS, taskMs: WRITE_TASK_MS }),
    builder: connectMeilisearch({ url, key: writeKey, answerMs: BUILD_MS, taskMs: BUILD_TASK_MS }),
    exclusively: (name, work) => inTurn({ db }, `search ${name}`, work),
    briefly: (name, work) => inTurn({ db, waitMs: TURN_MS }, `search ${name}`, work).catch(asOutage),
    prefix: PREFIX,
  });
  const search = withFallback({
    first: meilisearch,
    second: postgres,
    onChange: ({ of: kind, state, cause: err }) => {
      const engine = "meilisearch";
      log.warn(
        { engine, kind, state, ...(err !== undefined && { err }) },
        "a search engine is given a rest, or is back",
      );
      if (kind !== "questions") return;
      // Nobody who searches waits for the note, and without it the log still says so.
      withSystem({ db }, (tx) => noteEngineState(tx, { engine, state, now: new Date() })).catch((err: unknown) =>
        log.error({ engine, state, err }, "the state of a search engine could not be noted"),
      );
    },
    onRefused: (err) => log.error({ engine: "meilisearch", err }, "a search engine does not take a question"),
  });
  return { search, searchEngines: [meilisearch, postgres] };
}

function asOutage(error: unknown): never {
  if (error instanceof NoTurn)
    throw new SearchError("engine_down", "Another writer keeps the index for too long", { cause: error });
  throw error;
}

/**
 * Notes which engines search here, in which version. Throws where one can never serve: it is too old, or refuses the key.
 * One that is away may come back: Postgres answers until then.
 */
export async function noteSearchEngines(wiring: Pick<Wiring, "searchEngines" | "log" | "db" | "clock">): Promise<void> {
  const { searchEngines, log, clock } = wiring;
  for (const search of searchEngines) {
    const { engine } = search.capabilities;
    try {
      const version = await search.version();
      log.info({ engine, version }, "a search engine is there");
      await withSystem(wiring, (tx) => noteEngineVersion(tx, { engine, version, now: clock.now() }));
    } catch (err) {
      if (!(err instanceof SearchError) || err.fault !== "engine_down") throw err;
      log.warn({ engine, reason: err.fault, err }, "a search engine does not answer");
    }
  }
}
