import { runMigrations } from "graphile-worker";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { buildConcurrentIndexes, concurrentIndexes } from "./concurrent-indexes";
import { createPool } from "./connection.server";
import { grantWorker } from "./worker-grants";

const files = import.meta.glob<string>("./migrations/*.sql", { query: "?raw", import: "default", eager: true });

/** Every migration by name, in order; the text of a released one never changes. */
export function listMigrations(): { name: string; text: string }[] {
  return Object.entries(files)
    .map(([path, text]) => ({ name: path.replace(/^.*\/(.+)\.sql$/, "$1"), text }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Brings a database up to date as its owner: our SQL in one transaction, also what was numbered before something that has
 * run already (work on different parts is released as it is done, and no migration builds on a later one), then the job tables and their grants,
 * then the indexes that are built beside the running product.
 * Returns the names that were applied. Throws the first failure with its migration's name; nothing is half applied.
 */
export async function migrate(
  ownerUrl: string,
  { migrations = listMigrations(), indexes = concurrentIndexes } = {},
): Promise<string[]> {
  const pool = createPool(ownerUrl, 2);
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db: kysely,
      migrationTableSchema: "app_migrations",
      allowUnorderedMigrations: true,
      provider: {
        getMigrations: async () =>
          Object.fromEntries(
            migrations.map(({ name, text }) => [
              name,
              { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) },
            ]),
          ),
      },
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) {
      const failed = results.find((result) => result.status === "Error")?.migrationName ?? "before the first migration";
      throw new Error(`Migration ${failed} failed: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
    // /readyz compares what is applied with what the build knows.
    await pool.query(
      "grant usage on schema app_migrations to app_system; grant select on app_migrations.kysely_migration to app_system",
    );
    await runMigrations({ pgPool: pool });
    await grantWorker(pool);
    await buildConcurrentIndexes(pool, indexes);
    return results.map((result) => result.migrationName);
  } finally {
    await kysely.destroy();
  }
}
