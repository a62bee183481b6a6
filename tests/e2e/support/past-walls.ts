import path from "node:path";
import pg from "pg";
import { localPostgres } from "../../../db/local-postgres";

/** Asks the database of the running product, past all walls. */
export async function askPastWalls<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const server = await localPostgres({ home: path.join(process.env.DATA_DIR ?? ".cache/browser-data", "postgres") });
  const database = new URL(server.superuserUrl);
  database.pathname = new URL(server.ownerUrl).pathname;
  const connection = new pg.Client({ connectionString: database.href });
  await connection.connect();
  const { rows } = await connection.query<Row>(text, values);
  await connection.end();
  await server.stop();
  return rows;
}
