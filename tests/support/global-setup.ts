import { createHash } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { localPostgres } from "~db/local-postgres";
import { listMigrations, migrate } from "~db/migrate";
import { createAppDatabase } from "~db/roles";

export interface TestServer {
  superuserUrl: string;
  ownerUrl: string;
  webUrl: string;
  workerUrl: string;
  /** The migrated database that every test file copies. */
  template: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One server for all runs at once, kept between them; what it holds is worth nothing, so it need not reach the disk. */
const SETTINGS = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"];
/** Any number that all runs agree on. */
const TEMPLATE_LOCK = 7_113;

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await localPostgres({ home: ".cache/test-postgres", database: "unused", settings: SETTINGS });
  const superuser = new pg.Client({ connectionString: server.superuserUrl });
  await superuser.connect();
  const template = `template_${hashMigrations()}`;
  if (!server.adopted) await dropLeftovers(superuser, template);
  await superuser.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  await makeTemplate(superuser, server.superuserUrl, server.ownerUrl, template);
  await superuser.end();
  const { superuserUrl, ownerUrl, webUrl, workerUrl } = server;
  project.provide("testServer", { superuserUrl, ownerUrl, webUrl, workerUrl, template });
  return () => server.stop();
}

function hashMigrations(): string {
  const hash = createHash("sha256");
  for (const { name, text } of listMigrations()) hash.update(name).update(text);
  return hash.digest("hex").slice(0, 16);
}

async function dropLeftovers(superuser: pg.Client, template: string): Promise<void> {
  const { rows } = await superuser.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^(test|template)_' and datname <> $1",
    [template],
  );
  for (const { datname } of rows) await superuser.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
}

async function makeTemplate(
  superuser: pg.Client,
  superuserUrl: string,
  ownerUrl: string,
  template: string,
): Promise<void> {
  const found = await superuser.query("select 1 from pg_database where datname = $1", [template]);
  if (found.rowCount) return;
  const fresh = `${template}_unfinished`;
  await superuser.query(`drop database if exists ${fresh} with (force)`);
  await createAppDatabase(superuser, fresh, async (name) => {
    const client = new pg.Client({ connectionString: inDatabase(superuserUrl, name) });
    await client.connect();
    return client;
  });
  await migrate(inDatabase(ownerUrl, fresh));
  await superuser.query(`alter database ${fresh} rename to ${template}`);
}

/** The same login in another database. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
