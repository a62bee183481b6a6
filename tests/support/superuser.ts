import pg from "pg";

export interface Rows {
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  end(): Promise<void>;
}

/** A connection past all walls, for setting up and for looking at what a verb left behind. */
export async function openSuperuser(url: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return { rows: async (text, values) => (await client.query(text, values)).rows, end: () => client.end() };
}
