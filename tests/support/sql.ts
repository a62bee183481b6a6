import pg from "pg";
import type { TestDatabase } from "./database";

/** Asks past all walls, for setting up and for looking. */
export async function sql<Row extends Record<string, unknown>>(
  database: Pick<TestDatabase, "superuserUrl">,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  // The question that a lost connection breaks is rejected; without a listener, one lost in between would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
