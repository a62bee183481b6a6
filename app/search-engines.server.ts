import type { Database } from "~db/connection.server";
import { noteEngineState } from "~db/operations.server";
import { withSearchTables, withSystem } from "~db/scope.server";
import { tidySearchTables } from "~db/search-tables.server";
import { inTurn, NoTurn } from "~db/turns.server";
import { neededInsteadOf } from "~search/engine-version";
import { connectMeilisearch } from "~search/meilisearch.server";
import { createMeilisearchIndex } from "~search/meilisearch-index";
import { type Capabilities, SearchError, type SearchIndex } from "~search/port";
import { createPostgresIndex } from "~search/postgres-index";
import { withFallback } from "~search/with-fallback";
import { createEngineNotes, noteVersion } from "./engine-notes.server";
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
/** Begins the names of our indexes on a server that others may share, where the settings name no other. */
const PREFIX = "throughline-";
/** Locally the product is served at one port today and at another tomorrow. */
const LOCAL_OWNER = "local";

/** Postgres alone, or Meilisearch with Postgres behind it where the settings name a server. */
export function openSearch(
  { search: meili, mode, origin }: Pick<AppEnv, "search" | "mode" | "origin">,
  { db, log }: { db: Database; log: Logger },
): Pick<Wiring, "search" | "searchEngines"> {
  const postgres = createPostgresIndex(
    (work) => withSearchTables({ db }, work),
    () => tidySearchTables({ db }),
  );
  if (!meili) return { search: postgres, searchEngines: [postgres] };
  const engine = "meilisearch";
  const notes = createEngineNotes({ db, log, engine });
  const { url, readKey, writeKey } = meili;
  const meilisearch = createMeilisearchIndex({
    reader: connectMeilisearch({ url, key: readKey, answerMs: READ_MS, taskMs: WRITE_TASK_MS }),
    writer: connectMeilisearch({ url, key: writeKey, answerMs: WRITE_MS, taskMs: WRITE_TASK_MS }),
    builder: connectMeilisearch({ url, key: writeKey, answerMs: BUILD_MS, taskMs: BUILD_TASK_MS }),
    exclusively: (name, work) => inTurn({ db }, `search ${name}`, work),
    briefly: (name, work) => inTurn({ db, waitMs: TURN_MS }, `search ${name}`, work).catch(asBusy),
    prefix: meili.prefix ?? PREFIX,
    owner: mode === "live" ? origin : LOCAL_OWNER,
    onVersion(version) {
      const needed = neededInsteadOf(version, engine);
      if (needed) log.error({ engine, version }, `a search engine is too old: ${needed} or newer is needed`);
      else log.info({ engine, version }, "a search engine says its version");
      notes.noteVersion(version);
      // What the start found against it may be mended since, and nobody asked it often enough to give it a rest.
      if (!needed) notes.noteState("back", "");
    },
    onUnfilled(index) {
      log.warn({ engine, kind: index }, "a search index is gone or was never filled, and is built anew");
      notes.noteUnfilled();
    },
  });
  const search = withFallback({
    first: meilisearch,
    second: postgres,
    onChange: ({ of: kind, state, cause: err }) => {
      const said = { engine, kind, state, ...(err !== undefined && { err }) };
      log.warn(said, "a search engine is given a rest, or is back");
      if (kind === "questions") notes.noteState(state, faultOf(err));
      else if (state === "resting") notes.noteWritesRest(faultOf(err));
    },
    lacksChanges: notes.lacksChanges,
    onTaken: notes.noteTaken,
    onDegraded: (cause) => {
      if (!(cause instanceof SearchError)) return notes.noteDegraded(cause);
      const said = { engine, err: cause };
      if (cause.fault === "question_refused") log.error(said, "a search engine does not take a question");
      else log.warn(said, "a search engine did not answer a question");
      notes.noteDegraded(cause.fault);
    },
  });
  return { search, searchEngines: [meilisearch, postgres] };
}

const faultOf = (error: unknown) => (error instanceof SearchError ? error.fault : "");

/** The engine may be well: whoever builds an index anew has the turn for a whole batch. */
function asBusy(error: unknown): never {
  if (error instanceof NoTurn)
    throw new SearchError("engine_busy", "Another writer keeps the index for too long", { cause: error });
  throw error;
}

/**
 * Notes which engines search here, in which version, or what keeps one from it. No engine keeps a process from its start: one
 * that is too old or refuses the key is an error in the log and a line on the page Operations, and is left alone until it will
 * do; one that is away may come back. Postgres answers until then. Only a command that was told which engine to use fails
 * with it.
 */
export async function noteSearchEngines(wiring: Pick<Wiring, "searchEngines" | "log" | "db" | "clock">): Promise<void> {
  for (const search of wiring.searchEngines) {
    try {
      await noteServing(wiring, search);
    } catch (err) {
      if (!(err instanceof SearchError)) throw err;
      await noteFault(wiring, search.capabilities, err);
    }
  }
}

type Noting = Pick<Wiring, "log" | "db" | "clock">;

async function noteServing(wiring: Noting, search: SearchIndex): Promise<void> {
  const { engine } = search.capabilities;
  const version = await search.version();
  const now = wiring.clock.now();
  wiring.log.info({ engine, version }, "a search engine is there");
  await withSystem(wiring, async (tx) => {
    await noteVersion(tx, { engine, version, now });
    // It answered just now, so whatever gave it a rest is over.
    await noteEngineState(tx, { engine, state: "back", now });
  });
}

async function noteFault(wiring: Noting, { engine }: Capabilities, err: SearchError): Promise<void> {
  const said = { engine, reason: err.fault, err };
  if (err.fault === "engine_down") return wiring.log.warn(said, "a search engine does not answer");
  wiring.log.error(said, "a search engine is of no use as it is: another one answers until somebody has mended it");
  const now = wiring.clock.now();
  await withSystem(wiring, (tx) => noteEngineState(tx, { engine, state: "resting", because: err.fault, now }));
}
