import { sql } from "kysely";
import type { Database } from "./connection.server";

/**
 * Tells Postgres of much that is new in the search tables: which rows everybody may see, so that a question reads the indexes
 * alone, and how many there are of what. Takes no transaction, because vacuum allows none; where another process is at it
 * nothing is done.
 */
export function tidySearchTables({ db }: { db: Database }): Promise<void> {
  return db.kysely.connection().execute(async (connection) => {
    await sql`set role app_system`.execute(connection);
    try {
      await sql`vacuum (analyze, skip_locked) search_documents, search_terms, search_postings`.execute(connection);
    } finally {
      await sql`reset role`.execute(connection);
    }
  });
}
