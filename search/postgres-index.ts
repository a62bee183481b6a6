import { sql } from "kysely";
import { settingsOf, THROW_AWAY } from "./indexes";
import { SearchError, type SearchIndex } from "./port";
import { searchPostgres } from "./postgres-search";
import { dropIndex, type EngineTx, lockIndex, putDocuments, removeDocuments } from "./postgres-write";

/** Runs work in one transaction that may read and write the search tables (the system door). */
export type SearchDoor = <Result>(work: (tx: EngineTx) => Promise<Result>) => Promise<Result>;

/** Documents whose words are written at once; more would hold the index too long. */
const BATCH = 200;
/** From this many documents on the query planner has to hear of it at once. */
const LARGE_PUT = 100;

/** The engine that needs nothing but the database: the default, and the fallback while Meilisearch is down. */
export function createPostgresIndex(door: SearchDoor): SearchIndex {
  return {
    capabilities: { engine: "postgres", exactTotals: true, weighsWords: true },

    async search(index, question) {
      const settings = settingsOf(index);
      return guard(() => door((tx) => searchPostgres(tx, { index, settings, question })));
    },

    async put(index, documents) {
      const settings = settingsOf(index);
      for (let start = 0; start < documents.length; start += BATCH) {
        await guard(() =>
          door(async (tx) => {
            await lockIndex(tx, index);
            await putDocuments(tx, { index, settings }, documents.slice(start, start + BATCH));
            if (documents.length >= LARGE_PUT)
              await sql`analyze search_documents, search_terms, search_postings`.execute(tx);
          }),
        );
      }
    },

    async remove(index, removals) {
      settingsOf(index);
      if (removals.length === 0) return;
      await guard(() =>
        door(async (tx) => {
          await lockIndex(tx, index);
          await removeDocuments(tx, index, removals);
        }),
      );
    },

    async drop(index) {
      if (!index.startsWith(THROW_AWAY))
        throw new SearchError("bad_question", "Only a throw-away index can be dropped");
      await guard(() =>
        door(async (tx) => {
          await lockIndex(tx, index);
          await dropIndex(tx, index);
        }),
      );
    },

    async count(index, { schoolId }) {
      settingsOf(index);
      const { rows } = await guard(() =>
        door((tx) =>
          sql<{
            n: number;
          }>`select count(*)::integer as n from search_documents where index_name = ${index} and not removed and school_ids @> ${[schoolId]}::uuid[]`.execute(
            tx,
          ),
        ),
      );
      return rows[0]?.n ?? 0;
    },
  };
}

/** A database that cannot be reached is an engine that is down (SQLSTATE classes 08 and 57, and errors of the socket). */
async function guard<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (/^(08|57P)|^E[A-Z]+$/.test(code))
      throw new SearchError("engine_down", "The search tables cannot be reached", { cause: error });
    throw error;
  }
}
