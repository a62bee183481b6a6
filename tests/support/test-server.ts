import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { concurrentIndexes } from "~db/concurrent-indexes";
import { localPostgres } from "~db/local-postgres";
import { listMigrations, migrate } from "~db/migrate";
import { createAppDatabase } from "~db/roles";

export interface TestServer {
  superuserUrl: string;
  ownerUrl: string;
  webUrl: string;
  workerUrl: string;
  /** The migrated, empty database that each test file copies. Nobody connects to it: Postgres would refuse to copy. */
  template: string;
}

/** One server for all runs, kept between them; what it holds is worth nothing, so it need not reach the disk. */
const HOME = ".cache/test-postgres";
const SETTINGS = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"];
/** Any number that all runs agree on. */
const TEMPLATE_LOCK = 7_113;

/** Opens the server of the tests with a template made by the migrations as they are now. */
export async function openTestServer(): Promise<TestServer & { stop(): Promise<void> }> {
  const server = await localPostgres({ home: HOME, database: "unused", settings: SETTINGS });
  const { superuserUrl, ownerUrl, webUrl, workerUrl, stop } = server;
  const template = `template_${hashMigrations()}`;
  const superuser = await connect(superuserUrl);
  try {
    if (!server.adopted) await dropLeftovers(superuser, template);
    await superuser.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    await makeTemplate(superuser, { superuserUrl, ownerUrl, template });
  } finally {
    await superuser.end();
  }
  return { superuserUrl, ownerUrl, webUrl, workerUrl, template, stop };
}

/** Copies the template. Answers the name of the copy; whoever asked drops it. */
export async function copyTemplate(server: Pick<TestServer, "superuserUrl" | "template">): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(6).toString("hex")}`;
  await runSql(server.superuserUrl, `create database ${name} template ${server.template} owner app_owner`);
  return name;
}

/** Makes a database as a server has it before its first migration. Answers its name; whoever asked drops it. */
export async function makeEmpty({ superuserUrl }: Pick<TestServer, "superuserUrl">): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(6).toString("hex")}`;
  const superuser = await connect(superuserUrl);
  try {
    await createAppDatabase(superuser, name, (database) => connect(inDatabase(superuserUrl, database)));
  } finally {
    await superuser.end();
  }
  return name;
}

export async function runSql(url: string, text: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** The same login in another database. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

function hashMigrations(): string {
  const hash = createHash("sha256");
  for (const { name, text } of listMigrations()) hash.update(name).update(text);
  hash.update(JSON.stringify(concurrentIndexes));
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
  { superuserUrl, ownerUrl, template }: Pick<TestServer, "superuserUrl" | "ownerUrl" | "template">,
): Promise<void> {
  const found = await superuser.query("select 1 from pg_database where datname = $1", [template]);
  if (found.rowCount) return;
  const unfinished = `${template}_unfinished`;
  await superuser.query(`drop database if exists ${unfinished} with (force)`);
  await createAppDatabase(superuser, unfinished, (name) => connect(inDatabase(superuserUrl, name)));
  await migrate(inDatabase(ownerUrl, unfinished));
  await superuser.query(`alter database ${unfinished} rename to ${template}`);
}

export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
